package io.halfspread.engine.position;

import io.halfspread.codec.contract.HotPath;
import org.agrona.collections.LongHashSet;

/**
 * Remembers the newest pairs of ids, such as trade id and order id of fills, so that each is counted once however often
 * streams and snapshots repeat it. (An account that trades with its own sub-account shares the trade id.) Engine thread only.
 */
@HotPath
public final class RecentIds {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final float LOAD_FACTOR = 0.5f;

    private final long[] newest;
    private final LongHashSet seen;
    private long count;

    /**
     * Allocates all memory.
     *
     * @param capacity pairs remembered, a power of two
     */
    public RecentIds(final int capacity) {
        newest = new long[capacity];
        seen = new LongHashSet(2 * capacity + 2, LOAD_FACTOR, false);
    }

    /**
     * Remembers a pair.
     *
     * @param first  for a fill the trade id
     * @param second for a fill the venue order id
     * @return true the first time, false for a repetition
     */
    public boolean add(final long first, final long second) {
        final long key = key(first, second);
        if (!seen.add(key)) {
            return false;
        }
        final int slot = (int) (count++ & newest.length - 1);
        if (count > newest.length) {
            seen.remove(newest[slot]);
        }
        newest[slot] = key;
        return true;
    }

    /**
     * Whether a pair is remembered.
     *
     * @param first  its first id
     * @param second its second id
     * @return true when it was added and not pushed out since
     */
    public boolean contains(final long first, final long second) {
        return seen.contains(key(first, second));
    }

    private static long key(final long first, final long second) {
        return mix(first * MIX + mix(second));
    }

    private static long mix(final long value) {
        final long folded = (value ^ value >>> 32) * MIX;
        return folded ^ folded >>> 29;
    }
}
