/** Recording the venue's market data: a capture, and the raw frames beside it. */
package io.halfspread.app.record;
