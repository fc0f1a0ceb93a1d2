package io.halfspread.gateway.csv;

import io.halfspread.codec.hyperliquid.BookSide;
import java.util.Arrays;

/** All levels of one side of a book, best last, so that changes near the touch move little. For one thread. */
final class LevelLadder {
    private static final int FIRST_LEVELS = 256;

    private final int sign;
    private long[] keys = new long[FIRST_LEVELS];
    private long[] sizes = new long[FIRST_LEVELS];
    private int depth;

    LevelLadder(final boolean bids) {
        sign = bids ? 1 : -1;
    }

    void clear() {
        depth = 0;
    }

    /** Sets the size of a level, 0 removes it; whether one of the levels that events hold may have changed. */
    boolean set(final long px, final long sz) {
        final long key = sign * px;
        final int found = depth > 0 && key > keys[depth - 1] ? -depth - 1 : Arrays.binarySearch(keys, 0, depth, key);
        final int index = found >= 0 ? found : -found - 1;
        if (found >= 0 && sz > 0) {
            final boolean changed = sizes[index] != sz;
            sizes[index] = sz;
            return changed && isShown(depth - 1 - index);
        }
        if (found >= 0) {
            System.arraycopy(keys, index + 1, keys, index, depth - index - 1);
            System.arraycopy(sizes, index + 1, sizes, index, depth - index - 1);
            depth--;
            return isShown(depth - index);
        }
        if (sz == 0) {
            return false;
        }
        if (depth == keys.length) {
            keys = Arrays.copyOf(keys, depth * 2);
            sizes = Arrays.copyOf(sizes, depth * 2);
        }
        System.arraycopy(keys, index, keys, index + 1, depth - index);
        System.arraycopy(sizes, index, sizes, index + 1, depth - index);
        keys[index] = key;
        sizes[index] = sz;
        depth++;
        return isShown(depth - 1 - index);
    }

    /** Gives the best levels. */
    void copyTo(final BookSide side) {
        side.clear();
        for (int i = depth - 1; i >= Math.max(0, depth - BookSide.MAX_LEVELS); i--) {
            side.append(sign * keys[i], sizes[i], LevelRows.ORDERS);
        }
    }

    private static boolean isShown(final int rank) {
        return rank < BookSide.MAX_LEVELS;
    }
}
