package io.halfspread.engine.handler;

import io.halfspread.codec.contract.HotPath;

/**
 * Lets a table's taker through only when two consecutive evaluations want the same side: near the edge of its region a
 * signal that flickers would else pay the spread for nothing. An event is one evaluation, however often it is planned.
 * Engine thread only.
 */
@HotPath
final class TakerVote {
    private static final int NONE = 0;
    private static final int BUY = 1;
    private static final int SELL = 2;

    private long sequence = Long.MIN_VALUE;
    private int before = NONE;
    private int now = NONE;

    /** Takes in what a table wants at an event. */
    void cast(final long eventSequence, final double buyRate, final double sellRate) {
        if (eventSequence != sequence) {
            sequence = eventSequence;
            before = now;
        }
        now = buyRate > 0 ? BUY : sellRate > 0 ? SELL : NONE;
    }

    boolean buys() {
        return now == BUY && before == BUY;
    }

    boolean sells() {
        return now == SELL && before == SELL;
    }
}
