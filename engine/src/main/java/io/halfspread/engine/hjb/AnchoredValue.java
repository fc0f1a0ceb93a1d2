package io.halfspread.engine.hjb;

/**
 * Value of a policy as a rate and what a state is worth relative to the reference state. Kept apart because the sum loses
 * the digits that quotes depend on. Reused; for one thread.
 */
public final class AnchoredValue {
    private final double[] relative;
    private double gain;

    AnchoredValue(final int states) {
        relative = new double[states];
    }

    /**
     * The rate at which value is earned: r h at the reference state, or the ergodic rate.
     *
     * @return g or rho, lot bps/s
     */
    public double gain() {
        return gain;
    }

    /**
     * What a state is worth relative to the reference state.
     *
     * @param state state
     * @return w, lot bps
     */
    public double relative(final int state) {
        return relative[state];
    }

    /**
     * What a state is worth.
     *
     * @param state       state
     * @param endRatePerS r, above 0
     * @return h = g/r + w, lot bps
     */
    public double value(final int state, final double endRatePerS) {
        return gain / endRatePerS + relative[state];
    }

    void gain(final double newGain) {
        gain = newGain;
    }

    double[] relative() {
        return relative;
    }

    void copyFrom(final AnchoredValue other) {
        gain = other.gain;
        System.arraycopy(other.relative, 0, relative, 0, relative.length);
    }

    boolean isFinite() {
        boolean finite = Double.isFinite(gain);
        for (final double w : relative) {
            finite &= Double.isFinite(w);
        }
        return finite;
    }
}
