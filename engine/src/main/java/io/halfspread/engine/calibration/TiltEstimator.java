package io.halfspread.engine.calibration;

/**
 * c: how the signal tilts the flow. The chance that the next aggressor buys is logistic in 2 c x; one Newton step an order.
 * For one thread.
 */
final class TiltEstimator {
    private static final double HALF_LIFE_S = 3600;
    private static final double PRIOR_INFORMATION = 4;
    private static final double MOST = 2;

    private final Fading fading = new Fading(HALF_LIFE_S);
    private double tilt;
    private double information;

    /** A second went by. */
    void second() {
        information *= fading.factor(1);
    }

    /** An aggressor came while the signal was x. */
    void order(final boolean buyer, final double x) {
        final double chance = 1 / (1 + StrictMath.exp(-2 * tilt * x));
        information += 4 * x * x * chance * (1 - chance);
        final double step = 2 * x * ((buyer ? 1 : 0) - chance) / (information + PRIOR_INFORMATION);
        tilt = Math.max(-MOST, Math.min(MOST, tilt + step));
    }

    /** 1 per unit of the signal; a flow that runs against the signal counts as none. */
    double value() {
        return Math.max(0, tilt);
    }

    double standardError() {
        return 1 / Math.sqrt(information + PRIOR_INFORMATION);
    }
}
