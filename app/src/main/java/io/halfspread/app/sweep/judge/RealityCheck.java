package io.halfspread.app.sweep.judge;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether the best of many candidates beats the benchmark by more than luck: White's reality check (2000) and Hansen's
 * test of superior predictive ability (2005), both over every candidate at once, with one bootstrap that all share.
 *
 * @param candidates candidates compared, the benchmark not counted
 * @param white      p-value of the reality check
 * @param lower      p-value of Hansen's test when candidates worse than the benchmark are left out: too small
 * @param consistent p-value of Hansen's test
 * @param upper      p-value of Hansen's test when each candidate counts as if as good as the benchmark: too large
 * @param chosen     p-value of the candidate asked about: how often luck makes the best of all look that good, by the
 *     consistent null; equals {@code consistent} for the candidate with the best studentised gain
 */
public record RealityCheck(int candidates, double white, double lower, double consistent, double upper, double chosen) {
    /** Below this many blocks the law of the iterated logarithm, by which poor candidates are left out, has no number. */
    private static final int LEAST_BLOCKS = 3;

    /**
     * Tests gains over the benchmark.
     *
     * @param gains     gain of each candidate in each block: [block][candidate]
     * @param chosen    the candidate asked about
     * @param resampler where resamples come from
     * @param resamples how many
     * @return the p-values; 1 with too few blocks or no candidate
     */
    static RealityCheck of(
            final double[][] gains, final int chosen, final BlockResampler resampler, final int resamples) {
        final int blocks = gains.length;
        final int candidates = blocks == 0 ? 0 : gains[0].length;
        if (blocks < LEAST_BLOCKS || candidates == 0) {
            return new RealityCheck(candidates, 1, 1, 1, 1, 1);
        }
        return new Test(gains, resampler, resamples).result(chosen);
    }

    /**
     * All of it.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("candidates", candidates);
        json.put("white_p", white);
        json.put("spa_lower_p", lower);
        json.put("spa_p", consistent);
        json.put("spa_upper_p", upper);
        json.put("winner_p", chosen);
        return json;
    }

    /** One test. Gains are means per block throughout. */
    private static final class Test {
        private final int candidates;
        private final double[] mean;
        private final float[][] resampled;
        private final double[] error;
        private final double root;
        private final double forgiven;

        Test(final double[][] gains, final BlockResampler resampler, final int resamples) {
            final int blocks = gains.length;
            candidates = gains[0].length;
            root = Math.sqrt(blocks);
            forgiven = Math.sqrt(2 * StrictMath.log(StrictMath.log(blocks)));
            mean = BlockSums.means(gains);
            resampled = BlockSums.resampledMeans(gains, mean, resampler, resamples);
            error = BlockSums.errors(resampled);
        }

        RealityCheck result(final int chosen) {
            double best = 0;
            double bestStudent = 0;
            for (int k = 0; k < candidates; k++) {
                best = k == 0 ? mean[k] : Math.max(best, mean[k]);
                bestStudent = Math.max(bestStudent, student(mean[k], k));
            }
            final double asked = Math.max(0, student(mean[chosen], chosen));
            final int[] atLeast = new int[5];
            for (final float[] sample : resampled) {
                count(sample, best, bestStudent, asked, atLeast);
            }
            return new RealityCheck(
                    candidates, p(atLeast[0]), p(atLeast[1]), p(atLeast[2]), p(atLeast[3]), p(atLeast[4]));
        }

        private void count(
                final float[] sample,
                final double best,
                final double bestStudent,
                final double asked,
                final int... atLeast) {
            double white = Double.NEGATIVE_INFINITY;
            double lower = 0;
            double consistent = 0;
            double upper = 0;
            for (int k = 0; k < candidates; k++) {
                final double luck = sample[k];
                white = Math.max(white, luck);
                upper = Math.max(upper, student(luck, k));
                if (student(mean[k], k) >= -forgiven) {
                    consistent = Math.max(consistent, student(luck, k));
                } else {
                    consistent = Math.max(consistent, student(luck + mean[k], k));
                }
                lower = Math.max(lower, student(luck + Math.min(0, mean[k]), k));
            }
            atLeast[0] += white >= best ? 1 : 0;
            atLeast[1] += lower >= bestStudent ? 1 : 0;
            atLeast[2] += consistent >= bestStudent ? 1 : 0;
            atLeast[3] += upper >= bestStudent ? 1 : 0;
            atLeast[4] += consistent >= asked ? 1 : 0;
        }

        /** A mean gain in standard errors; a candidate that never differs from the benchmark has none. */
        private double student(final double gain, final int candidate) {
            return error[candidate] > 0 ? gain / error[candidate] : 0;
        }

        /** Never zero: the data itself is one of the draws (Davison and Hinkley 1997). */
        private double p(final int atLeast) {
            return (1.0 + atLeast) / (1.0 + resampled.length);
        }
    }
}
