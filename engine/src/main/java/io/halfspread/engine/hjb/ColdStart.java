package io.halfspread.engine.hjb;

/** First guess of the values: a parabola in inventory, leaning with the signal. Close enough for four to six iterations. */
final class ColdStart {
    private ColdStart() {}

    static void values(final HjbModel model, final double[] values) {
        final HjbGrid grid = model.grid();
        final FillRates fills = model.fills();
        final double decay = (fills.bidDecayPerBps() + fills.askDecayPerBps()) / 2;
        final double rate = (fills.bidRatePerS() + fills.askRatePerS()) / 2;
        final double bestRate = rate * StrictMath.exp(-1 - decay * model.costs().makerCostBps());
        final double curvature = Math.sqrt(model.objective().inventoryPenalty() / (decay * bestRate));
        final double reversion = model.signal().meanReversionPerS() + decay * bestRate * curvature;
        final double lean = reversion > 0 ? model.signal().driftBpsPerS() / reversion : 0;
        for (int i = 0; i < grid.rows(); i++) {
            final double q = grid.lots(i);
            for (int j = 0; j < grid.signalNodes(); j++) {
                values[grid.state(i, j)] = -(curvature / 2) * q * q + lean * grid.signal(j) * q;
            }
        }
    }
}
