package io.halfspread.engine.replay;

import java.util.Arrays;

/**
 * A distribution of delays, as a table of equally likely ones. The same number drawn gives the same delay on every JVM:
 * the table is made once with exact arithmetic. Immutable.
 */
public final class Latency {
    /** Longest delay accepted, ns: an hour. */
    public static final long MAX_NS = 3_600_000_000_000L;

    /** Most measured delays accepted. */
    public static final int MAX_MEASURED = 1 << 20;

    private static final Latency NONE = new Latency(new long[] {0});
    private static final int QUANTILES = 4096;
    private static final double P99 = 0.99;

    private final long[] delaysNs;

    private Latency(final long[] delaysNs) {
        this.delaysNs = delaysNs;
    }

    /**
     * No delay.
     *
     * @return the distribution
     */
    public static Latency none() {
        return NONE;
    }

    /**
     * Always the same delay.
     *
     * @param delayNs ns, 0 to {@link #MAX_NS}
     * @return the distribution
     * @throws IllegalArgumentException when it is out of range
     */
    public static Latency fixed(final long delayNs) {
        return delayNs == 0 ? NONE : new Latency(checked(new long[] {delayNs}));
    }

    /**
     * A log-normal distribution moved up by its least value, through a median and a 99th percentile.
     *
     * @param minNs    least delay, ns, 0 or more
     * @param medianNs delay that half of all exceed, ns, above minNs
     * @param p99Ns    delay that one of a hundred exceeds, ns, above medianNs
     * @return the distribution, cut where fewer than one of 8,000 lie
     * @throws IllegalArgumentException when they are not in this order or out of range
     */
    public static Latency quantiles(final long minNs, final long medianNs, final long p99Ns) {
        if (minNs < 0 || medianNs <= minNs || p99Ns <= medianNs) {
            throw new IllegalArgumentException(
                    "not 0 <= min < median < p99: " + minNs + ", " + medianNs + ", " + p99Ns);
        }
        final double median = (double) medianNs - minNs;
        final double width = StrictMath.log((p99Ns - minNs) / median) / NormalQuantile.of(P99);
        final long[] delays = new long[QUANTILES];
        for (int i = 0; i < QUANTILES; i++) {
            final double deviation = NormalQuantile.of((i + 0.5) / QUANTILES);
            final double beyondMin = median * StrictMath.exp(width * deviation);
            delays[i] = minNs + (long) StrictMath.rint(Math.min(beyondMin, MAX_NS - minNs));
        }
        return new Latency(checked(delays));
    }

    /**
     * Delays as they were measured, each equally likely.
     *
     * @param measuredNs ns, 1 to {@link #MAX_MEASURED} delays of 0 to {@link #MAX_NS}, in any order
     * @return the distribution
     * @throws IllegalArgumentException when there are none or too many, or one is out of range
     */
    public static Latency measured(final long[] measuredNs) {
        if (measuredNs.length == 0 || measuredNs.length > MAX_MEASURED) {
            throw new IllegalArgumentException("1 to " + MAX_MEASURED + " delays, not " + measuredNs.length);
        }
        final long[] delays = measuredNs.clone();
        Arrays.sort(delays);
        return new Latency(checked(delays));
    }

    /**
     * The same distribution, every delay longer.
     *
     * @param addedNs ns, 0 or more
     * @return the distribution
     * @throws IllegalArgumentException when a delay is then out of range
     */
    public Latency plus(final long addedNs) {
        return addedNs == 0
                ? this
                : new Latency(checked(
                        Arrays.stream(delaysNs).map(delay -> delay + addedNs).toArray()));
    }

    /**
     * Whether every delay is zero.
     *
     * @return true when nothing is delayed
     */
    public boolean isNone() {
        return delaysNs[delaysNs.length - 1] == 0;
    }

    /**
     * The delay below which a share of all lies.
     *
     * @param share 0 to 1
     * @return ns
     */
    public long quantileNs(final double share) {
        return delaysNs[(int) Math.min(delaysNs.length - 1, Math.max(0, share * delaysNs.length))];
    }

    /** The delay that 64 evenly spread random bits choose, ns. */
    long drawNs(final long bits) {
        return delaysNs[(int) ((bits >>> 33) * delaysNs.length >>> 31)];
    }

    private static long[] checked(final long[] delays) {
        for (final long delay : delays) {
            if (delay < 0 || delay > MAX_NS) {
                throw new IllegalArgumentException("delay of " + delay + " ns is not 0 to " + MAX_NS);
            }
        }
        return delays;
    }
}
