package io.halfspread.engine.hjb;

/**
 * The signal x: mean reverting, reflected at its limits; it moves the mid and tilts the fill rates.
 *
 * @param meanReversionPerS     theta, 1/s
 * @param stationaryDeviation   s_x, standard deviation of x when left alone
 * @param driftBpsPerS          beta, bps/s of mid drift at x = 1
 * @param fillTilt              c: our bid's fill rate is multiplied by exp(-c x), our ask's by exp(c x)
 */
public record SignalDynamics(
        double meanReversionPerS, double stationaryDeviation, double driftBpsPerS, double fillTilt) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException for a value out of range
     */
    public SignalDynamics {
        HjbInput.THETA.require(meanReversionPerS);
        HjbInput.SX.require(stationaryDeviation);
        HjbInput.BETA.require(driftBpsPerS);
        HjbInput.C.require(fillTilt);
    }
}
