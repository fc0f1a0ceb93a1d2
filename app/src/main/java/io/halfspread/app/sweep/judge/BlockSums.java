package io.halfspread.app.sweep.judge;

import java.util.Arrays;

/** Sums over blocks for many candidates at once. Arrays are [block][candidate], so that the inner loop runs over candidates. */
final class BlockSums {
    private BlockSums() {}

    static double[] means(final double[]... blocks) {
        final double[] means = new double[blocks[0].length];
        for (final double[] block : blocks) {
            for (int k = 0; k < means.length; k++) {
                means[k] += block[k];
            }
        }
        for (int k = 0; k < means.length; k++) {
            means[k] /= blocks.length;
        }
        return means;
    }

    /** For each resample, the mean of each candidate less its mean in the data: what luck alone adds. */
    static float[][] resampledMeans(
            final double[][] blocks, final double[] means, final BlockResampler resampler, final int resamples) {
        final int[] counts = new int[blocks.length];
        final float[][] resampled = new float[resamples][means.length];
        final double[] sums = new double[means.length];
        for (final float[] sample : resampled) {
            resampler.next(counts);
            Arrays.fill(sums, 0);
            for (int t = 0; t < counts.length; t++) {
                if (counts[t] > 0) {
                    add(sums, blocks[t], counts[t]);
                }
            }
            for (int k = 0; k < sums.length; k++) {
                sample[k] = (float) (sums[k] / counts.length - means[k]);
            }
        }
        return resampled;
    }

    private static void add(final double[] sums, final double[] block, final double count) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += count * block[k];
        }
    }

    /** Root of the mean square over the resamples: the standard error of each candidate's mean. */
    static double[] errors(final float[]... resampled) {
        final double[] errors = new double[resampled[0].length];
        for (final float[] sample : resampled) {
            for (int k = 0; k < errors.length; k++) {
                errors[k] += (double) sample[k] * sample[k];
            }
        }
        for (int k = 0; k < errors.length; k++) {
            errors[k] = Math.sqrt(errors[k] / resampled.length);
        }
        return errors;
    }
}
