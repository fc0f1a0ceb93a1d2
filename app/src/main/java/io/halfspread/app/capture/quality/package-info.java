/** How good the market data of a capture are: gaps, crossed books, clocks, duplicates, refused lines, and a grade. */
package io.halfspread.app.capture.quality;
