package io.halfspread.gateway.session;

import java.util.SplittableRandom;

/** Waits between attempts: doubling, bounded, and each drawn from the upper half of its range, so that clients spread. */
public final class Backoff {
    private final SplittableRandom random;
    private final long firstNs;
    private final long longestNs;
    private long rangeNs;

    /**
     * Waits.
     *
     * @param seed      of the draws: another one for every process
     * @param firstNs   longest first wait
     * @param longestNs longest wait of all
     */
    public Backoff(final long seed, final long firstNs, final long longestNs) {
        random = new SplittableRandom(seed);
        this.firstNs = firstNs;
        this.longestNs = longestNs;
        rangeNs = firstNs;
    }

    /**
     * The next wait.
     *
     * @return nanoseconds
     */
    public long nextDelayNs() {
        final long range = rangeNs;
        rangeNs = Math.min(longestNs, rangeNs * 2);
        return range / 2 + random.nextLong(range / 2 + 1);
    }

    /** Begins anew with the shortest. */
    public void reset() {
        rangeNs = firstNs;
    }
}
