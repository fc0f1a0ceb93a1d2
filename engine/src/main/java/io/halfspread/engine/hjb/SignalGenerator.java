package io.halfspread.engine.hjb;

/**
 * The signal as a birth-death chain on the nodes: central differences where both rates stay non-negative, upwind where they
 * would not; at the ends the reflecting wall sends everything inwards. Second order in the spacing. For one thread.
 */
final class SignalGenerator {
    private SignalGenerator() {}

    /**
     * Computes the rates.
     *
     * @param grid   nodes
     * @param signal dynamics
     * @param up     gets the rate to the next node, 1/s, by node
     * @param down   gets the rate to the previous node, 1/s, by node
     */
    static void rates(final HjbGrid grid, final SignalDynamics signal, final double[] up, final double[] down) {
        final int last = grid.signalNodes() - 1;
        if (last == 0) {
            up[0] = 0;
            down[0] = 0;
            return;
        }
        final double dx = grid.nodeSpacing();
        final double theta = signal.meanReversionPerS();
        final double deviation = signal.stationaryDeviation();
        final double diffusion = theta * deviation * deviation / (dx * dx);
        for (int j = 0; j <= last; j++) {
            final double drift = -theta * grid.signal(j);
            final double central = drift / (2 * dx);
            final boolean monotone = diffusion >= Math.abs(central);
            up[j] = diffusion + (monotone ? central : Math.max(drift, 0) / dx);
            down[j] = diffusion - (monotone ? central : Math.min(drift, 0) / dx);
        }
        down[0] = 0;
        up[0] = 2 * diffusion;
        up[last] = 0;
        down[last] = 2 * diffusion;
    }
}
