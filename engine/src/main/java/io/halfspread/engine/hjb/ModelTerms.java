package io.halfspread.engine.hjb;

/**
 * What of a model does not depend on the policy, laid out for loops over the states. Loaded without allocation; for one
 * thread.
 */
final class ModelTerms {
    private final double[] up;
    private final double[] down;
    private final double[] bidTilt;
    private final double[] askTilt;
    private final double[] source;
    private final double[] flatten;
    private HjbModel model;

    ModelTerms(final HjbGrid grid) {
        up = new double[grid.signalNodes()];
        down = new double[grid.signalNodes()];
        bidTilt = new double[grid.signalNodes()];
        askTilt = new double[grid.signalNodes()];
        source = new double[grid.states()];
        flatten = new double[grid.rows()];
    }

    void load(final HjbModel newModel) {
        model = newModel;
        final HjbGrid grid = model.grid();
        final double penalty = model.objective().inventoryPenalty();
        final double takerCost = model.costs().takerCostBps();
        SignalGenerator.rates(grid, model.signal(), up, down);
        for (int j = 0; j < grid.signalNodes(); j++) {
            final double tilt = model.signal().fillTilt() * grid.signal(j);
            bidTilt[j] = StrictMath.exp(-tilt);
            askTilt[j] = StrictMath.exp(tilt);
        }
        for (int i = 0; i < grid.rows(); i++) {
            final double q = grid.lots(i);
            flatten[i] = -(takerCost * Math.abs(q) + model.objective().flattenPenalty() * q * q);
            for (int j = 0; j < grid.signalNodes(); j++) {
                final double carry = model.signal().driftBpsPerS() * grid.signal(j)
                        - model.costs().fundingBpsPerS();
                source[grid.state(i, j)] = -penalty * q * q + carry * q;
            }
        }
    }

    HjbModel model() {
        return model;
    }

    /** Rate to the next signal node, 1/s. */
    double up(final int node) {
        return up[node];
    }

    /** Rate to the previous signal node, 1/s. */
    double down(final int node) {
        return down[node];
    }

    /** What a state earns without any control, lot bps/s. */
    double source(final int state) {
        return source[state];
    }

    /** What is left when the session ends, lot bps. */
    double flatten(final int row) {
        return flatten[row];
    }

    /** Rate at which a bid fills, 1/s. */
    double bidFillsPerS(final int node, final double offsetBps) {
        final FillRates fills = model.fills();
        return fills.bidRatePerS() * bidTilt[node] * StrictMath.exp(-fills.bidDecayPerBps() * offsetBps);
    }

    /** Rate at which an ask fills, 1/s. */
    double askFillsPerS(final int node, final double offsetBps) {
        final FillRates fills = model.fills();
        return fills.askRatePerS() * askTilt[node] * StrictMath.exp(-fills.askDecayPerBps() * offsetBps);
    }
}
