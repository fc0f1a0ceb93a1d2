package io.halfspread.engine.calibration;

/**
 * R: own fills against those that the model expected while we quoted. It absorbs our place in the queue, our delay and our
 * size. For one thread.
 */
final class QueueFactorEstimator {
    private static final double HALF_LIFE_S = 1800;
    private static final double PRIOR_FILLS = 10;
    private static final double LEAST = 0.05;
    private static final double MOST = 2;

    private final Fading fading = new Fading(HALF_LIFE_S);
    private double fills;
    private double expected;

    /** A second went by during which the model expected so many fills of what rested. */
    void second(final double expectedFills) {
        final double factor = fading.factor(1);
        fills *= factor;
        expected = expected * factor + expectedFills;
    }

    /** An own maker fill, in lots. */
    void fill(final double lots) {
        fills += lots;
    }

    double value() {
        return Math.max(LEAST, Math.min(MOST, (fills + PRIOR_FILLS) / (expected + PRIOR_FILLS)));
    }

    double relativeError() {
        return 1 / Math.sqrt(fills + PRIOR_FILLS);
    }
}
