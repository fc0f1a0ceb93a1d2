package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;

/** One side of a book, best level first, valid until the next frame is decoded. */
@HotPath
public final class BookSide {
    /** Levels kept; deeper ones are checked and left out. */
    public static final int MAX_LEVELS = 20;

    private final long[] px = new long[MAX_LEVELS];
    private final long[] sz = new long[MAX_LEVELS];
    private final long[] orders = new long[MAX_LEVELS];
    private int size;

    BookSide() {}

    /**
     * Number of levels.
     *
     * @return 0 to {@link #MAX_LEVELS}
     */
    public int size() {
        return size;
    }

    /**
     * Price of a level.
     *
     * @param level 0 is the best
     * @return decimal8, positive
     */
    public long px(final int level) {
        return px[level];
    }

    /**
     * Total size at a level.
     *
     * @param level 0 is the best
     * @return decimal8, not negative
     */
    public long sz(final int level) {
        return sz[level];
    }

    /**
     * Orders at a level.
     *
     * @param level 0 is the best
     * @return count, below 2^32 - 1
     */
    public long orders(final int level) {
        return orders[level];
    }

    void clear() {
        size = 0;
    }

    void append(final long levelPx, final long levelSz, final long levelOrders) {
        if (size < MAX_LEVELS) {
            px[size] = levelPx;
            sz[size] = levelSz;
            orders[size] = levelOrders;
            size++;
        }
    }
}
