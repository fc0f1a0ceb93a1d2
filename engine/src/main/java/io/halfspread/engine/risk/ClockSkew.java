package io.halfspread.engine.risk;

import io.halfspread.codec.contract.HotPath;

/**
 * Local time less venue time of market data: the way's delay and the clocks' difference together. Venue time ahead of local
 * time by more than the limit shows in one message, since no message arrives before it was sent. Local time ahead shows when
 * the quickest message of five to ten seconds was behind by more: single late messages prove nothing. Engine thread only.
 */
@HotPath
public final class ClockSkew {
    private static final long WINDOW_NS = 5_000_000_000L;
    private static final long NONE = Long.MAX_VALUE;

    private long limitNs;
    private long windowStartNs = Long.MIN_VALUE;
    private long least = NONE;
    private long leastBefore = NONE;
    private long observedNs;
    private boolean beyond;

    /**
     * Sets the limit and forgets what was seen.
     *
     * @param maxSkewNs largest distance, ns; 0 for no limit
     */
    public void limit(final long maxSkewNs) {
        limitNs = maxSkewNs;
        windowStartNs = Long.MIN_VALUE;
        least = NONE;
        leastBefore = NONE;
        observedNs = 0;
        beyond = false;
    }

    /**
     * Market data came in.
     *
     * @param ingestNs local time
     * @param venueNs  venue time
     * @return true when this changed {@link #isBeyond()}
     */
    public boolean onData(final long ingestNs, final long venueNs) {
        if (limitNs == 0) {
            return false;
        }
        final long behind = ingestNs - venueNs;
        roll(ingestNs);
        least = Math.min(least, behind);
        final long quickest = Math.min(least, leastBefore);
        final boolean before = beyond;
        if (-behind > limitNs) {
            observedNs = behind;
            beyond = true;
        } else if (leastBefore != NONE && quickest > limitNs) {
            observedNs = quickest;
            beyond = true;
        } else if (behind <= limitNs) {
            observedNs = behind;
            beyond = false;
        }
        return beyond != before;
    }

    private void roll(final long nowNs) {
        if (windowStartNs == Long.MIN_VALUE) {
            windowStartNs = nowNs;
        } else if (nowNs - windowStartNs >= WINDOW_NS) {
            leastBefore = least;
            least = NONE;
            windowStartNs = nowNs;
        }
    }

    /**
     * Whether the clocks are too far apart.
     *
     * @return true until data shows otherwise
     */
    public boolean isBeyond() {
        return beyond;
    }

    /**
     * What the last verdict was based on.
     *
     * @return local less venue time, ns
     */
    public long observedNs() {
        return observedNs;
    }

    /**
     * The limit.
     *
     * @return ns, 0 for none
     */
    public long limitNs() {
        return limitNs;
    }
}
