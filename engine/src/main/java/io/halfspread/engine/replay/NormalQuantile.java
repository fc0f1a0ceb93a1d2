package io.halfspread.engine.replay;

/**
 * Inverse of the standard normal distribution function: Acklam's rational approximation, relative error below 1.2e-9, in
 * strict arithmetic so that every JVM gives the same bits.
 */
final class NormalQuantile {
    private static final double TAIL = 0.02425;
    private static final double[] A = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] B = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01,
        1
    };
    private static final double[] C = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] D = {
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
    };

    private NormalQuantile() {}

    /** The deviation that a share of all lies below; the share is above 0 and below 1. */
    static double of(final double share) {
        if (share > 0.5) {
            return -of(1 - share);
        }
        if (share < TAIL) {
            final double q = StrictMath.sqrt(-2 * StrictMath.log(share));
            return polynomial(C, q) / polynomial(D, q);
        }
        final double q = share - 0.5;
        final double r = q * q;
        return polynomial(A, r) * q / polynomial(B, r);
    }

    private static double polynomial(final double[] coefficients, final double x) {
        double value = 0;
        for (final double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }
}
