/** Recorded raw frames as a source of inputs: lines out of plain, gzip or LZ4 files, decoded as they are read. */
package io.halfspread.gateway.frames;
