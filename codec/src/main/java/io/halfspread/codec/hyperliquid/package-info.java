/**
 * The venue's WebSocket frames: one decoder that reads a whole frame into scratch, checks all of it, and only then hands
 * its events to a listener.
 */
package io.halfspread.codec.hyperliquid;
