package io.halfspread.app.capture.quality;

import org.agrona.collections.LongHashSet;

/** The newest trade ids of a coin, so many that a duplicate is found unless it comes much later. For one thread. */
final class TradeIds {
    /** Ids remembered. */
    static final int REMEMBERED = 1 << 16;

    private final LongHashSet known = new LongHashSet(REMEMBERED * 2);
    private final long[] order = new long[REMEMBERED];
    private int next;
    private int count;

    /** Takes an id; whether it was there before. 0 is no id. */
    boolean isKnown(final long id) {
        if (id == 0) {
            return false;
        }
        if (!known.add(id)) {
            return true;
        }
        if (count == REMEMBERED) {
            known.remove(order[next]);
        } else {
            count++;
        }
        order[next] = id;
        next = (next + 1) % REMEMBERED;
        return false;
    }
}
