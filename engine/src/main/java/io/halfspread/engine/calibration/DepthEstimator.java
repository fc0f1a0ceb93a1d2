package io.halfspread.engine.calibration;

/**
 * k of one side: how fast the chance that an aggressor order reaches a depth falls with it. Maximum likelihood for geometric
 * numbers of ticks beyond the touch. For one thread.
 */
final class DepthEstimator {
    private static final double HALF_LIFE_S = 1800;
    private static final double PRIOR_ORDERS = 20;
    private static final double LEAST = 0.02;
    private static final double MOST = 5;
    private static final double PRIOR_DEPTH = 1.5;
    private static final double TINY_SPREAD_BPS = 1e-6;

    private final Fading fading = new Fading(HALF_LIFE_S);
    private double jumps;
    private double orders;

    /** A second went by. */
    void second() {
        final double factor = fading.factor(1);
        jumps *= factor;
        orders *= factor;
    }

    /** An aggressor order reached so many ticks beyond the touch, from 0. */
    void order(final double ticksBeyondTouch) {
        jumps += ticksBeyondTouch;
        orders += 1;
    }

    /** 1/bps. */
    double value(final double tickBps, final double halfSpreadBps) {
        return clamp(StrictMath.log1p(1 / meanJumps(tickBps, halfSpreadBps)) / tickBps);
    }

    double standardError(final double tickBps, final double halfSpreadBps) {
        final double mean = meanJumps(tickBps, halfSpreadBps);
        return 1 / Math.sqrt((orders + PRIOR_ORDERS) * mean * (1 + mean)) / tickBps;
    }

    /** Orders that count, as of now. */
    double orders() {
        return orders;
    }

    private double meanJumps(final double tickBps, final double halfSpreadBps) {
        final double prior = clamp(1 / (PRIOR_DEPTH * Math.max(TINY_SPREAD_BPS, halfSpreadBps)));
        final double priorJumps = 1 / StrictMath.expm1(prior * tickBps);
        return (jumps + PRIOR_ORDERS * priorJumps) / (orders + PRIOR_ORDERS);
    }

    private static double clamp(final double k) {
        return Math.max(LEAST, Math.min(MOST, k));
    }
}
