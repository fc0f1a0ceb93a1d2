package io.halfspread.engine.calibration;

/** theta and s_x: how fast the signal falls back, and how widely it moves, from its values a second apart. For one thread. */
final class SignalEstimator {
    private static final double HALF_LIFE_S = 3600;
    private static final double PRIOR_SECONDS = 60;
    private static final double PRIOR_REVERSION = 0.2;
    private static final double PRIOR_DEVIATION = 0.35;
    private static final double LEAST_REVERSION = 0.01;
    private static final double MOST_REVERSION = 5;
    private static final double LEAST_DEVIATION = 0.01;

    private final Fading fading = new Fading(HALF_LIFE_S);
    private double products;
    private double squares;
    private double weight;
    private double squaredWeight;

    /** Two values a second apart. */
    void add(final double before, final double now) {
        final double factor = fading.factor(1);
        products = products * factor + before * now;
        squares = squares * factor + before * before;
        weight = weight * factor + 1;
        squaredWeight = squaredWeight * factor * factor + 1;
    }

    /** theta, 1/s. */
    double reversion() {
        return Math.max(LEAST_REVERSION, Math.min(MOST_REVERSION, -StrictMath.log(autocorrelation())));
    }

    double reversionError() {
        final double a = autocorrelation();
        return Math.sqrt((1 - a * a) / samples()) / a;
    }

    /** s_x, units of the signal. */
    double deviation() {
        return Math.max(LEAST_DEVIATION, Math.sqrt(priorSquares() / (weight + PRIOR_SECONDS)));
    }

    double deviationError() {
        final double a = autocorrelation();
        return deviation() * Math.sqrt((1 + a * a) / (2 * samples() * (1 - a * a)));
    }

    private double autocorrelation() {
        final double prior = StrictMath.exp(-PRIOR_REVERSION) * PRIOR_DEVIATION * PRIOR_DEVIATION * PRIOR_SECONDS;
        final double a = (products + prior) / priorSquares();
        return Math.max(StrictMath.exp(-MOST_REVERSION), Math.min(StrictMath.exp(-LEAST_REVERSION), a));
    }

    private double priorSquares() {
        return squares + PRIOR_DEVIATION * PRIOR_DEVIATION * PRIOR_SECONDS;
    }

    private double samples() {
        return PRIOR_SECONDS + (weight == 0 ? 0 : weight * weight / squaredWeight);
    }
}
