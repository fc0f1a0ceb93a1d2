/** Market data that vendors sell as CSV: rows become the same events as the venue's frames. */
package io.halfspread.gateway.csv;
