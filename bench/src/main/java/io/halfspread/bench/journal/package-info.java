/** Appending to a capture, beside a queue on disk that people would use instead. */
package io.halfspread.bench.journal;
