package io.halfspread.engine.solver;

import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.Side;

/** Our resting orders of one instrument, as the venue reports them. For one thread. */
final class RestingQuotes {
    private static final int MOST = 32;

    private final long[] cloids = new long[MOST];
    private final long[] prices = new long[MOST];
    private final long[] sizes = new long[MOST];
    private final boolean[] bids = new boolean[MOST];
    private int count;

    void onUpdate(final OrderUpdateDecoder update) {
        final int at = find(update.cloidLow());
        if (update.status() == OrderStatus.OPEN && update.remainingSz() > 0) {
            final int slot = at >= 0 ? at : count < MOST ? count++ : -1;
            if (slot >= 0) {
                cloids[slot] = update.cloidLow();
                prices[slot] = update.limitPx();
                sizes[slot] = update.remainingSz();
                bids[slot] = update.side() == Side.BID;
            }
        } else if (at >= 0) {
            remove(at);
        }
    }

    void onFill(final long cloidLow, final long size) {
        final int at = find(cloidLow);
        if (at >= 0) {
            sizes[at] -= size;
            if (sizes[at] <= 0) {
                remove(at);
            }
        }
    }

    /** Nearest price of a side, Long.MIN_VALUE without one. */
    long price(final boolean bid) {
        final int best = nearest(bid);
        return best < 0 ? Long.MIN_VALUE : prices[best];
    }

    /** Size at the nearest price, 0 without one. */
    long size(final boolean bid) {
        final int best = nearest(bid);
        return best < 0 ? 0 : sizes[best];
    }

    private int nearest(final boolean bid) {
        int best = -1;
        for (int i = 0; i < count; i++) {
            if (bids[i] == bid && (best < 0 || (bid ? prices[i] > prices[best] : prices[i] < prices[best]))) {
                best = i;
            }
        }
        return best;
    }

    private int find(final long cloidLow) {
        for (int i = 0; i < count; i++) {
            if (cloids[i] == cloidLow) {
                return i;
            }
        }
        return -1;
    }

    private void remove(final int at) {
        count--;
        cloids[at] = cloids[count];
        prices[at] = prices[count];
        sizes[at] = sizes[count];
        bids[at] = bids[count];
    }
}
