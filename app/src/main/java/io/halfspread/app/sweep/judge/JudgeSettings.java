package io.halfspread.app.sweep.judge;

import io.halfspread.app.console.Failure;

/**
 * How outcomes are judged.
 *
 * @param seed      seed of all resampling
 * @param resamples bootstrap resamples, 100 to 100000
 * @param splits    walk-forward splits, 1 to 50
 * @param runBlocks mean length of a bootstrapped run, in blocks; 0 for the cube root of their number
 * @param steered   whether the search was led by the same outcomes, which makes tests too kind: the verdict then says so
 */
public record JudgeSettings(long seed, int resamples, int splits, int runBlocks, boolean steered) {
    /** Resamples unless said otherwise. */
    public static final int RESAMPLES = 1000;

    /** Splits unless said otherwise. */
    public static final int SPLITS = 4;

    /**
     * Checks the ranges.
     *
     * @param seed      seed of all resampling
     * @param resamples bootstrap resamples
     * @param splits    walk-forward splits
     * @param runBlocks mean length of a bootstrapped run, in blocks
     * @param steered   whether the search was led by the same outcomes
     * @throws Failure for a value out of range
     */
    public JudgeSettings {
        require("resamples", resamples, 100, 100_000);
        require("splits", splits, 1, 50);
        require("run length in blocks", runBlocks, 0, 10_000);
    }

    private static void require(final String what, final int value, final int least, final int most) {
        if (value < least || value > most) {
            throw Failure.badInput(what + " " + value + " is not accepted; accepted: " + least + " to " + most);
        }
    }

    /**
     * The usual ones.
     *
     * @param seed seed of all resampling
     * @return settings
     */
    public static JudgeSettings usual(final long seed) {
        return new JudgeSettings(seed, RESAMPLES, SPLITS, 0, false);
    }
}
