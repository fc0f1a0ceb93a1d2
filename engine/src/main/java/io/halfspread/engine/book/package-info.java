/** One merged market book per instrument, built from snapshots and best bid/offer events in venue-time order. */
package io.halfspread.engine.book;
