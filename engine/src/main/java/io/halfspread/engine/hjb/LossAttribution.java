package io.halfspread.engine.hjb;

/**
 * Splits what a policy loses by control and by state. In each state a control loses the difference between the best it could
 * add and what it adds, both measured with the optimum's values; weighted by the policy's stationary law these losses sum
 * exactly to the loss rate. Reused; for one thread.
 */
public final class LossAttribution {
    private final double[] loss;
    private final int[] worst = new int[PolicyAudit.WORST_STATES];
    private double bid;
    private double ask;
    private double taker;

    LossAttribution(final HjbGrid grid) {
        loss = new double[grid.states()];
    }

    void attribute(
            final ModelTerms terms,
            final HjbSolution optimum,
            final Policy policy,
            final PolicyFlows flows,
            final double[] law) {
        final HjbGrid grid = terms.model().grid();
        final AnchoredValue worth = optimum.value();
        final Policy best = optimum.policy();
        final double makerCost = terms.model().costs().makerCostBps();
        final double takerCost = terms.model().costs().takerCostBps();
        bid = 0;
        ask = 0;
        taker = 0;
        for (int i = 0; i < grid.rows(); i++) {
            for (int j = 0; j < grid.signalNodes(); j++) {
                final int s = grid.state(i, j);
                final double bought =
                        i < grid.rows() - 1 ? worth.relative(s + grid.lotStride()) - worth.relative(s) : 0;
                final double sold = i > 0 ? worth.relative(s - grid.lotStride()) - worth.relative(s) : 0;
                final double bestBid = best.quotesBid(s)
                        ? terms.bidFillsPerS(j, best.bidOffsetBps(s)) * (best.bidOffsetBps(s) - makerCost + bought)
                        : 0;
                final double bestAsk = best.quotesAsk(s)
                        ? terms.askFillsPerS(j, best.askOffsetBps(s)) * (best.askOffsetBps(s) - makerCost + sold)
                        : 0;
                final double bidLoss =
                        law[s] * (bestBid - flows.bids(s) * (policy.bidOffsetBps(s) - makerCost + bought));
                final double askLoss = law[s] * (bestAsk - flows.asks(s) * (policy.askOffsetBps(s) - makerCost + sold));
                final double takerLoss = law[s]
                        * ((best.takerBuyPerS(s) - policy.takerBuyPerS(s)) * (bought - takerCost)
                                + (best.takerSellPerS(s) - policy.takerSellPerS(s)) * (sold - takerCost));
                bid += bidLoss;
                ask += askLoss;
                taker += takerLoss;
                loss[s] = bidLoss + askLoss + takerLoss;
            }
        }
        rank();
    }

    private void rank() {
        for (int place = 0; place < worst.length; place++) {
            worst[place] = -1;
            for (int s = 0; s < loss.length; s++) {
                final boolean after = place == 0 || precedes(worst[place - 1], s);
                if (after && (worst[place] < 0 || precedes(s, worst[place]))) {
                    worst[place] = s;
                }
            }
            if (worst[place] < 0) {
                worst[place] = worst[place - 1];
            }
        }
    }

    private boolean precedes(final int one, final int other) {
        return loss[one] > loss[other] || loss[one] == loss[other] && one < other;
    }

    /**
     * What the bids lose.
     *
     * @return lot bps/s
     */
    public double bid() {
        return bid;
    }

    /**
     * What the asks lose.
     *
     * @return lot bps/s
     */
    public double ask() {
        return ask;
    }

    /**
     * What the takers lose.
     *
     * @return lot bps/s
     */
    public double taker() {
        return taker;
    }

    /**
     * What is lost in one state: the loss there times the share of time spent there.
     *
     * @param state state
     * @return lot bps/s
     */
    public double loss(final int state) {
        return loss[state];
    }

    /**
     * A state that loses much.
     *
     * @param place 0 for the one that loses most; below {@link PolicyAudit#WORST_STATES}
     * @return the state
     */
    public int worst(final int place) {
        return worst[place];
    }
}
