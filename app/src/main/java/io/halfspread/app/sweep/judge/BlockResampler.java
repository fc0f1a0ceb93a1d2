package io.halfspread.app.sweep.judge;

import io.halfspread.sim.Draws;
import java.util.Arrays;

/**
 * Stationary bootstrap of Politis and Romano (1994): a resample is made of runs of neighbouring blocks, whose lengths are
 * geometric, until it is as long as the data. Each capture is resampled within itself, around its end, so that no run
 * joins two captures. A resample is told by how often each block occurs in it. For one thread.
 */
final class BlockResampler {
    private final int[] lengths;
    private final double restart;
    private final Draws draws;

    /**
     * A resampler.
     *
     * @param lengths    blocks of each capture, in order
     * @param meanLength mean length of a run, in blocks, from 1
     * @param seed       seed of all resamples
     */
    BlockResampler(final int[] lengths, final double meanLength, final long seed) {
        this.lengths = lengths.clone();
        restart = 1 / meanLength;
        draws = new Draws(seed);
    }

    /** Counts of the next resample. */
    void next(final int[] counts) {
        Arrays.fill(counts, 0);
        int begin = 0;
        for (final int length : lengths) {
            int at = 0;
            for (int i = 0; i < length; i++) {
                at = i == 0 || draws.chance(restart) ? draws.below(length) : (at + 1) % length;
                counts[begin + at]++;
            }
            begin += length;
        }
    }

    /**
     * The mean length that is used unless stated: the cube root of the number of blocks, the rate at which the error of the
     * bootstrapped variance is least (Lahiri 2003).
     */
    static double usualLength(final int blocks) {
        return Math.max(1, Math.rint(StrictMath.cbrt(blocks)));
    }
}
