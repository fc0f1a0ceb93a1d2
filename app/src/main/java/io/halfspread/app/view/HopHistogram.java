package io.halfspread.app.view;

import java.util.concurrent.atomic.AtomicLong;
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
    private final AtomicLong sum = new AtomicLong();
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
        sum.setOpaque(sum.getPlain() + value);
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

    /**
     * All times together.
     *
     * @return ns
     */
    public long sum() {
        return sum.getOpaque();
    }

    /**
     * How many took more than a bound and at most the next.
     *
     * @param bounds rising, the last larger than any time, ns
     * @return a count for each bound
     */
    public long[] countsUpTo(final long... bounds) {
        final long[] between = new long[bounds.length];
        int bound = 0;
        for (int i = 0; i < BUCKETS && bound < bounds.length; i++) {
            final long count = counts.getOpaque(i);
            while (bound < bounds.length - 1 && highest(i) > bounds[bound]) {
                bound++;
            }
            between[bound] += count;
        }
        return between;
    }

    /**
     * What is needed to tell what is new.
     *
     * @return nothing was seen yet
     */
    public long[] nothing() {
        return new long[BUCKETS];
    }

    /**
     * Hands on what was counted since the last time.
     *
     * @param seen what was seen before, from then on what was seen now
     * @param into takes a time and how often it was counted
     */
    public void addNew(final long[] seen, final Times into) {
        for (int i = 0; i < BUCKETS; i++) {
            final long count = counts.getOpaque(i);
            if (count != seen[i]) {
                into.add(highest(i), count - seen[i]);
                seen[i] = count;
            }
        }
    }

    /** Takes times. */
    public interface Times {
        /**
         * One bucket's.
         *
         * @param ns    longest of the bucket
         * @param count how many
         */
        void add(long ns, long count);
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
