package io.halfspread.engine.hjb;

/**
 * Holds what a model predicts against what was earned. Rewards of equal intervals come in one by one with the model's
 * prediction for each; the model is stale when their mean difference is more than three standard errors from 0. The error
 * is that of a circular block bootstrap of infinitely many resamples, in closed form, so that it allows for rewards that depend
 * on their neighbours and needs no random numbers. Keeps the newest intervals only; allocates only when constructed. For one
 * thread.
 */
public final class ModelStaleness {
    /** Standard errors of disagreement from which a model is stale. */
    public static final double LIMIT = 3;

    /** Blocks that must have been seen before anything is called stale. */
    public static final int LEAST_BLOCKS = 10;

    private final double[] differences;
    private final int block;
    private int count;
    private int next;

    /**
     * Creates the comparison.
     *
     * @param intervals      how many intervals are kept, at least {@link #LEAST_BLOCKS} blocks
     * @param blockIntervals intervals of a block: longer than rewards depend on each other
     * @throws IllegalArgumentException when fewer than {@link #LEAST_BLOCKS} blocks are kept
     */
    public ModelStaleness(final int intervals, final int blockIntervals) {
        if (blockIntervals < 1 || intervals < LEAST_BLOCKS * blockIntervals) {
            throw new IllegalArgumentException(intervals + " intervals in blocks of " + blockIntervals
                    + "; accepted: blocks from 1 interval, and at least " + LEAST_BLOCKS + " blocks");
        }
        differences = new double[intervals];
        block = blockIntervals;
    }

    /**
     * One interval.
     *
     * @param realised  what was earned, lot bps; for example {@link RealisedReward#take()}
     * @param predicted what the model said the traded policy earns in that time, lot bps
     */
    public void add(final double realised, final double predicted) {
        differences[next] = realised - predicted;
        next = (next + 1) % differences.length;
        count = Math.min(count + 1, differences.length);
    }

    /** Forgets all intervals, for a policy or a model that is not comparable with the one before. */
    public void clear() {
        count = 0;
        next = 0;
    }

    /**
     * Whether the model is refuted.
     *
     * @return true when realised and predicted rewards differ by more than {@link #LIMIT} standard errors
     */
    public boolean stale() {
        return count >= LEAST_BLOCKS * block && Math.abs(z()) > LIMIT;
    }

    /**
     * Intervals held.
     *
     * @return how many
     */
    public int intervals() {
        return count;
    }

    /**
     * How far apart they are.
     *
     * @return mean difference in standard errors, negative when less was earned than predicted; 0 without intervals, and
     *     infinite for a difference that never varied
     */
    public double z() {
        final double mean = meanDifference();
        return mean == 0 ? 0 : mean / standardError();
    }

    /**
     * Realised less predicted.
     *
     * @return mean, lot bps an interval; 0 without intervals
     */
    public double meanDifference() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += differences[i];
        }
        return count == 0 ? 0 : sum / count;
    }

    /**
     * Standard error of the mean difference.
     *
     * @return lot bps an interval; 0 without intervals
     */
    public double standardError() {
        if (count == 0) {
            return 0;
        }
        final double mean = meanDifference();
        final int length = Math.min(block, count);
        double squares = 0;
        for (int start = 0; start < count; start++) {
            double sum = 0;
            for (int i = 0; i < length; i++) {
                sum += held(start + i) - mean;
            }
            squares += sum * sum;
        }
        return Math.sqrt(squares / ((double) count * length)) / Math.sqrt(count);
    }

    private double held(final int index) {
        final int first = count < differences.length ? 0 : next;
        return differences[(first + index % count) % differences.length];
    }
}
