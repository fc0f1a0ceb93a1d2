package io.halfspread.engine.calibration;

/** How much less an old observation counts. For one thread. */
final class Fading {
    private static final double LN2 = 0.6931471805599453;

    private final double halfLife;
    private double lastStep = Double.NaN;
    private double lastFactor;

    /** Weights halve over this time, or over this many observations. */
    Fading(final double halfLife) {
        this.halfLife = halfLife;
    }

    /** Weight left after a step, in the unit of the half-life. */
    double factor(final double step) {
        if (step != lastStep) {
            lastStep = step;
            lastFactor = StrictMath.exp(-LN2 * step / halfLife);
        }
        return lastFactor;
    }
}
