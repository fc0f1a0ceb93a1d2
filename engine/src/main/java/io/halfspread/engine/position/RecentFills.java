package io.halfspread.engine.position;

import io.halfspread.codec.contract.HotPath;
import org.agrona.collections.LongHashSet;

/**
 * Remembers the newest fills so that each is counted once, however often streams and snapshots repeat it. A fill is known by
 * trade id and order id together (an account that trades with its own sub-account shares the trade id). Engine thread only.
 */
@HotPath
public final class RecentFills {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final float LOAD_FACTOR = 0.5f;

    private final long[] newest;
    private final LongHashSet seen;
    private long count;

    /**
     * Allocates all memory.
     *
     * @param capacity fills remembered, a power of two
     */
    public RecentFills(final int capacity) {
        newest = new long[capacity];
        seen = new LongHashSet(2 * capacity + 2, LOAD_FACTOR, false);
    }

    /**
     * Remembers a fill.
     *
     * @param tid trade id
     * @param oid venue order id
     * @return true the first time, false for a repetition
     */
    public boolean add(final long tid, final long oid) {
        final long key = mix(tid * MIX + mix(oid));
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

    private static long mix(final long value) {
        final long folded = (value ^ value >>> 32) * MIX;
        return folded ^ folded >>> 29;
    }
}
