package io.halfspread.app.live;

import io.halfspread.engine.order.OrderScope;

/**
 * How a session's orders are sent.
 *
 * @param expiresAfterMs age at which the venue shall refuse an action that places orders, ms; 0 for never
 * @param messages       text messages the order connection may send in a minute, 0 for a venue without limits
 * @param prepared       signatures kept prepared; 0 to sign deterministically
 * @param connection     number of the order connection in events
 * @param seed           of waits and masks: another one for every process
 * @param cancels        which orders go when the session cancels all there are
 */
record TradingSettings(
        long expiresAfterMs, int messages, int prepared, int connection, long seed, OrderScope cancels) {}
