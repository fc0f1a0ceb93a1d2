/** Venue frame to ring slot, beside the JSON libraries a Java build would use. */
package io.halfspread.bench.decode;
