package io.halfspread.app.view;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long one hop took, counted in buckets that are at most 1/32 of their value wide. One thread counts, without a lock,
 * a fence or an allocation; any thread reads.
 */
public final class HopHistogram {
    private static final int SUB_BITS = 5;
    private static final int SUB = 1 << SUB_BITS;
    private static final int BUCKETS = (Long.SIZE - SUB_BITS) * SUB;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
    private volatile long max;

    /** Nothing counted. */
    public HopHistogram() {}

    /**
     * Percentiles of a hop.
     *
     * @param count how many were counted
     * @param p50   half were at most this, ns
     * @param p99   of a hundred ninety-nine were at most this, ns
     * @param p999  of a thousand all but one were at most this, ns
     * @param max   longest, ns
     */
    public record Figures(long count, long p50, long p99, long p999, long max) {}

    /**
     * Counts one.
     *
     * @param ns how long it took; below 0 counts as 0
     */
    public void record(final long ns) {
        final long value = Math.max(0, ns);
        final int bucket = bucketOf(value);
        counts.setOpaque(bucket, counts.getPlain(bucket) + 1);
        if (value > max) {
            max = value;
        }
    }

    /**
     * Percentiles so far.
     *
     * @return all 0 when nothing was counted
     */
    public Figures figures() {
        final long[] now = new long[BUCKETS];
        long count = 0;
        for (int i = 0; i < BUCKETS; i++) {
            now[i] = counts.getOpaque(i);
            count += now[i];
        }
        final long longest = max;
        return new Figures(
                count,
                Math.min(longest, percentile(now, count, 0.5)),
                Math.min(longest, percentile(now, count, 0.99)),
                Math.min(longest, percentile(now, count, 0.999)),
                longest);
    }

    private static long percentile(final long[] counts, final long count, final double share) {
        final long wanted = (long) Math.ceil(count * share);
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return highest(i);
            }
        }
        return 0;
    }

    private static int bucketOf(final long value) {
        if (value < SUB) {
            return (int) value;
        }
        final int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - SUB_BITS;
        return (shift + 1) * SUB + (int) (value >>> shift) - SUB;
    }

    private static long highest(final int bucket) {
        if (bucket < SUB) {
            return bucket;
        }
        final int shift = bucket / SUB - 1;
        return ((long) (bucket % SUB + SUB + 1) << shift) - 1;
    }
}
