package io.halfspread.engine.calibration;

/** How often an aggressor order comes to one side, whatever its depth: a count over the time watched. For one thread. */
final class ArrivalEstimator {
    private static final double HALF_LIFE_S = 600;
    private static final double PRIOR_PER_S = 0.2;
    private static final double PRIOR_SECONDS = 60;

    private final Fading fading = new Fading(HALF_LIFE_S);
    private double orders;
    private double seconds;

    /** A second went by; watched when the market was seen during it. */
    void second(final boolean watched) {
        final double factor = fading.factor(1);
        orders *= factor;
        seconds = seconds * factor + (watched ? 1 : 0);
    }

    void order() {
        orders += 1;
    }

    /** Orders a second. */
    double value() {
        return (orders + PRIOR_PER_S * PRIOR_SECONDS) / (seconds + PRIOR_SECONDS);
    }

    /** Standard error as a share of the value. */
    double relativeError() {
        return 1 / Math.sqrt(orders + PRIOR_PER_S * PRIOR_SECONDS);
    }
}
