package io.halfspread.engine.calibration;

/** A fee rate: as configured until own fills tell what the venue takes. For one thread. */
final class FeeEstimator {
    private double fees;
    private double value;

    /** An own fill that names its fee. */
    void fill(final double feeUsd, final double valueUsd) {
        fees += feeUsd;
        value += valueUsd;
    }

    /** bps of the value traded. */
    double bps(final double configuredBps) {
        return value > 0 ? fees / value * 1e4 : configuredBps;
    }
}
