package io.halfspread.sim;

/**
 * The hidden value around which makers quote. It diffuses, drifts with a signal that only informed takers see, is
 * pushed by trades, and now and then goes through a burst of volatility.
 */
public final class FairPrice {
    private static final double BPS = 1e-4;
    private static final double CALM_BPS_PER_ROOT_S = 0.9;
    private static final double BURST_BPS_PER_ROOT_S = 4.0;
    private static final double BURSTS_PER_S = 1.0 / 35.0;
    private static final double BURST_ENDS_PER_S = 1.0 / 5.0;
    private static final double SIGNAL_LIFE_S = 4.0;
    private static final double SIGNAL_NOISE_BPS = 0.25;

    private final Draws draws;
    private double value;
    private double signalBpsPerS;
    private boolean burst;

    /**
     * A value at its start.
     *
     * @param startPx decimal8
     * @param draws   randomness of its own
     */
    public FairPrice(final long startPx, final Draws draws) {
        this.value = startPx;
        this.draws = draws;
    }

    /**
     * Lets time pass.
     *
     * @param seconds above 0
     */
    public void advance(final double seconds) {
        burst = burst ? !draws.chance(BURST_ENDS_PER_S * seconds) : draws.chance(BURSTS_PER_S * seconds);
        final double rootSeconds = StrictMath.sqrt(seconds);
        signalBpsPerS += SIGNAL_NOISE_BPS * rootSeconds * draws.normal() - signalBpsPerS * seconds / SIGNAL_LIFE_S;
        final double volatility = burst ? BURST_BPS_PER_ROOT_S : CALM_BPS_PER_ROOT_S;
        push(volatility * rootSeconds * draws.normal() + signalBpsPerS * seconds);
    }

    /**
     * Moves the value at once.
     *
     * @param bps signed
     */
    public void push(final double bps) {
        value *= 1.0 + bps * BPS;
    }

    /**
     * Value, scaled by 1e8.
     *
     * @return above 0
     */
    public double value() {
        return value;
    }

    /**
     * Drift that informed takers see.
     *
     * @return bps per second
     */
    public double signalBpsPerS() {
        return signalBpsPerS;
    }

    /**
     * Whether volatility is raised.
     *
     * @return true in a burst
     */
    public boolean burst() {
        return burst;
    }
}
