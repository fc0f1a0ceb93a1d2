package io.halfspread.app.sweep.judge;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

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
     * @param resamplers give the same resamples each
     * @param resamples how many
     * @return the p-values; 1 with too few blocks or no candidate
     */
    static RealityCheck of(
            final double[][] gains, final int chosen, final Supplier<BlockResampler> resamplers, final int resamples) {
        final int blocks = gains.length;
        final int candidates = blocks == 0 ? 0 : gains[0].length;
        if (blocks < LEAST_BLOCKS || candidates == 0) {
            return new RealityCheck(candidates, 1, 1, 1, 1, 1);
        }
        return new Test(gains, resamplers, resamples).result(chosen);
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

    /** One test. Gains are means per block throughout. Candidates are taken some at a time, all with the same resamples. */
    private static final class Test {
        private static final int AT_A_TIME = 1024;

        private final double[][] gains;
        private final Supplier<BlockResampler> resamplers;
        private final int resamples;
        private final int candidates;
        private final double forgiven;
        private final double[] luckWhite;
        private final double[] luckLower;
        private final double[] luckConsistent;
        private final double[] luckUpper;
        private double best = Double.NEGATIVE_INFINITY;
        private double bestStudent;
        private double asked;

        Test(final double[][] gains, final Supplier<BlockResampler> resamplers, final int resamples) {
            this.gains = gains;
            this.resamplers = resamplers;
            this.resamples = resamples;
            candidates = gains[0].length;
            forgiven = Math.sqrt(2 * StrictMath.log(StrictMath.log(gains.length)));
            luckWhite = new double[resamples];
            Arrays.fill(luckWhite, Double.NEGATIVE_INFINITY);
            luckLower = new double[resamples];
            luckConsistent = new double[resamples];
            luckUpper = new double[resamples];
        }

        RealityCheck result(final int chosen) {
            for (int from = 0; from < candidates; from += AT_A_TIME) {
                take(from, Math.min(candidates, from + AT_A_TIME), chosen);
            }
            return new RealityCheck(
                    candidates,
                    p(luckWhite, best),
                    p(luckLower, bestStudent),
                    p(luckConsistent, bestStudent),
                    p(luckUpper, bestStudent),
                    p(luckConsistent, asked));
        }

        private void take(final int from, final int to, final int chosen) {
            final double[][] some = Arrays.stream(gains)
                    .map(block -> Arrays.copyOfRange(block, from, to))
                    .toArray(double[][]::new);
            final double[] mean = BlockSums.means(some);
            final float[][] resampled = BlockSums.resampledMeans(some, mean, resamplers.get(), resamples);
            final double[] error = BlockSums.errors(resampled);
            for (int k = 0; k < mean.length; k++) {
                final double student = student(mean[k], error[k]);
                best = Math.max(best, mean[k]);
                bestStudent = Math.max(bestStudent, student);
                if (from + k == chosen) {
                    asked = Math.max(0, student);
                }
            }
            for (int b = 0; b < resampled.length; b++) {
                luck(b, resampled[b], mean, error);
            }
        }

        private void luck(final int b, final float[] sample, final double[] mean, final double[] error) {
            for (int k = 0; k < mean.length; k++) {
                final double luck = sample[k];
                final boolean poor = student(mean[k], error[k]) < -forgiven;
                final double asGood = student(luck, error[k]);
                luckWhite[b] = Math.max(luckWhite[b], luck);
                luckUpper[b] = Math.max(luckUpper[b], asGood);
                luckConsistent[b] = Math.max(luckConsistent[b], poor ? student(luck + mean[k], error[k]) : asGood);
                luckLower[b] = Math.max(luckLower[b], student(luck + Math.min(0, mean[k]), error[k]));
            }
        }

        /** A mean gain in standard errors; a candidate that never differs from the benchmark has none. */
        private static double student(final double gain, final double error) {
            return error > 0 ? gain / error : 0;
        }

        /** Never zero: the data itself is one of the draws (Davison and Hinkley 1997). */
        private double p(final double[] luck, final double seen) {
            return (1.0 + Arrays.stream(luck).filter(one -> one >= seen).count()) / (1.0 + resamples);
        }
    }
}
