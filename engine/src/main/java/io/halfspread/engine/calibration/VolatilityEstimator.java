package io.halfspread.engine.calibration;

/**
 * sigma: standard deviation of the mid over one second, from changes on a grid of whole seconds, which kills the bounce between
 * bid and ask. For one thread.
 */
final class VolatilityEstimator {
    private static final double PRIOR = 2;
    private static final double PRIOR_SECONDS = 10;
    private static final double LEAST = 0.2;
    private static final double MOST = 20;

    private final Fading fading;
    private double squares;
    private double weight;
    private double squaredWeight;

    VolatilityEstimator(final double halfLifeS) {
        fading = new Fading(halfLifeS);
    }

    /** One second's change of the mid, bps. */
    void add(final double changeBps) {
        final double factor = fading.factor(1);
        squares = squares * factor + changeBps * changeBps;
        weight = weight * factor + 1;
        squaredWeight = squaredWeight * factor * factor + 1;
    }

    /** bps per root second. */
    double value() {
        final double variance = (squares + PRIOR_SECONDS * PRIOR * PRIOR) / (weight + PRIOR_SECONDS);
        return Math.max(LEAST, Math.min(MOST, Math.sqrt(variance)));
    }

    double standardError() {
        final double samples = weight == 0 ? 0 : weight * weight / squaredWeight;
        return value() / Math.sqrt(2 * (samples + PRIOR_SECONDS));
    }
}
