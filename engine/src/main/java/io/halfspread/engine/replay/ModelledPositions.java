package io.halfspread.engine.replay;

import java.util.Arrays;

/** Signed positions by instrument, decimal8, as a fill model needs them for reduce-only orders. */
final class ModelledPositions {
    private long[] sizes = new long[64];

    long get(final int instrument) {
        return instrument < sizes.length ? sizes[instrument] : 0;
    }

    void set(final int instrument, final long size) {
        if (instrument >= sizes.length) {
            sizes = Arrays.copyOf(sizes, Integer.highestOneBit(instrument) * 2);
        }
        sizes[instrument] = size;
    }

    void add(final int instrument, final long size) {
        set(instrument, get(instrument) + size);
    }

    /** Most of a size that an order may trade: all, or what reduces the position when it is reduce-only. */
    long allowed(final ModelledOrder order, final long size) {
        if (!order.reduceOnly) {
            return size;
        }
        final long held = get(order.instrument);
        return Math.max(0, Math.min(size, order.isBid() ? -held : held));
    }
}
