/** Bytes to numbers and back. No threads, no sockets, no clocks, no decisions. */
package io.halfspread.codec;
