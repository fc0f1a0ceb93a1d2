package io.halfspread.app.sweep.judge;

/** Error bars of sums over blocks. */
final class Bands {
    private Bands() {}

    /** The sum of each column with its error, by the block bootstrap: equal seeds see equal resamples. */
    static Band[] sums(final double[][] blocks, final int[] lengths, final JudgeSettings settings) {
        final double[] means = BlockSums.means(blocks);
        final int count = blocks.length;
        final boolean enough = count > 1;
        final float[][] resampled = enough
                ? BlockSums.resampledMeans(blocks, means, resampler(lengths, settings), settings.resamples())
                : new float[0][];
        final Band[] bands = new Band[means.length];
        for (int k = 0; k < bands.length; k++) {
            final double[] sums = new double[resampled.length];
            for (int b = 0; b < sums.length; b++) {
                sums[b] = (means[k] + resampled[b][k]) * count;
            }
            bands[k] = Band.of(means[k] * count, sums);
        }
        return bands;
    }

    static BlockResampler resampler(final int[] lengths, final JudgeSettings settings) {
        return new BlockResampler(lengths, runLength(lengths, settings), settings.seed());
    }

    static double runLength(final int[] lengths, final JudgeSettings settings) {
        int blocks = 0;
        for (final int length : lengths) {
            blocks += length;
        }
        return settings.runBlocks() > 0 ? settings.runBlocks() : BlockResampler.usualLength(blocks);
    }
}
