/** Wire to wire: a venue that stamps both ends, the product, a bare echo and the obvious Java maker beside each other. */
package io.halfspread.bench.wire;
