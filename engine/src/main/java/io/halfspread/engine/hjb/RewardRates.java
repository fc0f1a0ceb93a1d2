package io.halfspread.engine.hjb;

/**
 * What a policy earns per second in each state, by the model: what trading earned, less the integral of this along the states it
 * went through, has mean zero if the model is right, however slowly the chain moves between states. For one thread.
 */
public final class RewardRates {
    private final double[] rates;

    /**
     * Rates for grids of one shape.
     *
     * @param shape grid
     */
    public RewardRates(final HjbGrid shape) {
        rates = new double[shape.states()];
    }

    /**
     * Computes them.
     *
     * @param model  the model
     * @param policy an admissible policy
     */
    public void compute(final HjbModel model, final Policy policy) {
        final HjbGrid grid = model.grid();
        for (int i = 0; i < grid.rows(); i++) {
            for (int j = 0; j < grid.signalNodes(); j++) {
                final int s = grid.state(i, j);
                rates[s] = rate(model, policy, s, grid.lots(i), grid.signal(j));
            }
        }
    }

    private static double rate(final HjbModel model, final Policy policy, final int s, final double q, final double x) {
        final double cost = model.costs().makerCostBps();
        final FillRates fills = model.fills();
        final double lean = model.signal().fillTilt() * x;
        final double bid = policy.bidOffsetBps(s);
        final double ask = policy.askOffsetBps(s);
        final double bids =
                policy.quotesBid(s) ? fills.bidRatePerS() * StrictMath.exp(-fills.bidDecayPerBps() * bid - lean) : 0;
        final double asks =
                policy.quotesAsk(s) ? fills.askRatePerS() * StrictMath.exp(-fills.askDecayPerBps() * ask + lean) : 0;
        return -model.objective().inventoryPenalty() * q * q
                + (model.signal().driftBpsPerS() * x - model.costs().fundingBpsPerS()) * q
                + bids * (bid - cost)
                + asks * (ask - cost)
                - (policy.takerBuyPerS(s) + policy.takerSellPerS(s))
                        * model.costs().takerCostBps();
    }

    /**
     * The rate in a state.
     *
     * @param state state
     * @return lot bps/s
     */
    public double at(final int state) {
        return rates[state];
    }
}
