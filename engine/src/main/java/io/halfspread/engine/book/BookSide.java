package io.halfspread.engine.book;

import io.halfspread.codec.contract.HotPath;

/**
 * Levels of one side, best first. Prices and sizes are decimal8. A key (price times direction) rises from the best level on
 * for both sides, so one code serves bids and asks. Engine thread only.
 */
@HotPath
final class BookSide {
    static final int MAX_LEVELS = 20;

    private static final int CAPACITY = MAX_LEVELS + 1;

    private final int direction;
    private final long[] px = new long[CAPACITY];
    private final long[] sz = new long[CAPACITY];
    private int depth;

    /** @param direction 1 for asks (rising from the best), -1 for bids */
    BookSide(final int direction) {
        this.direction = direction;
    }

    int depth() {
        return depth;
    }

    long px(final int level) {
        return px[level];
    }

    long sz(final int level) {
        return sz[level];
    }

    /** Replaces the levels a snapshot covers: all of them when it is complete, else down to its worst price. */
    void replace(final BookLevels levels, final boolean complete) {
        final int covered = levels.depth();
        int kept = depth;
        if (!complete && covered > 0) {
            final long worstKey = levels.px(covered - 1) * direction;
            kept = 0;
            while (kept < depth && px[kept] * direction <= worstKey) {
                kept++;
            }
        }
        final int tail = Math.min(depth - kept, MAX_LEVELS - covered);
        if (tail > 0) {
            System.arraycopy(px, kept, px, covered, tail);
            System.arraycopy(sz, kept, sz, covered, tail);
        }
        for (int i = 0; i < covered; i++) {
            px[i] = levels.px(i);
            sz[i] = levels.sz(i);
        }
        depth = covered + Math.max(0, tail);
    }

    /** Makes a price the best level: better levels go, the level at that price takes the size, or a new one is put first. */
    void best(final long bestPx, final long bestSz) {
        dropWhileBetterThan(bestPx);
        if (depth == 0 || px[0] != bestPx) {
            final int moved = Math.min(depth, MAX_LEVELS - 1);
            System.arraycopy(px, 0, px, 1, moved);
            System.arraycopy(sz, 0, sz, 1, moved);
            depth = moved + 1;
            px[0] = bestPx;
        }
        sz[0] = bestSz;
    }

    /** Removes the levels that the other side's best price crosses or meets. */
    void dropCrossedBy(final long otherBestPx) {
        dropFirst(countBetterThan(otherBestPx + direction));
    }

    void clear() {
        depth = 0;
    }

    private void dropWhileBetterThan(final long limitPx) {
        dropFirst(countBetterThan(limitPx));
    }

    private int countBetterThan(final long limitPx) {
        final long limitKey = limitPx * direction;
        int better = 0;
        while (better < depth && px[better] * direction < limitKey) {
            better++;
        }
        return better;
    }

    private void dropFirst(final int count) {
        if (count > 0) {
            depth -= count;
            System.arraycopy(px, count, px, 0, depth);
            System.arraycopy(sz, count, sz, 0, depth);
        }
    }
}
