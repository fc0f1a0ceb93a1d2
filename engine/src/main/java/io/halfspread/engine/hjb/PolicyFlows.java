package io.halfspread.engine.hjb;

/** The rates at which a policy trades, by state. Reused; for one thread. */
final class PolicyFlows {
    private final double[] bids;
    private final double[] asks;

    PolicyFlows(final HjbGrid grid) {
        bids = new double[grid.states()];
        asks = new double[grid.states()];
    }

    void load(final ModelTerms terms, final Policy policy) {
        final HjbGrid grid = terms.model().grid();
        final ControlLimits limits = terms.model().limits();
        final double tightest = limits.minOffsetBps();
        for (int j = 0; j < grid.signalNodes(); j++) {
            final double tightBid = terms.bidFillsPerS(j, tightest);
            final double tightAsk = terms.askFillsPerS(j, tightest);
            for (int i = 0; i < grid.rows(); i++) {
                final int s = grid.state(i, j);
                final double bid = policy.bidOffsetBps(s);
                final double ask = policy.askOffsetBps(s);
                bids[s] = !policy.quotesBid(s) ? 0 : bid == tightest ? tightBid : terms.bidFillsPerS(j, bid);
                asks[s] = !policy.quotesAsk(s) ? 0 : ask == tightest ? tightAsk : terms.askFillsPerS(j, ask);
            }
        }
    }

    /** Fills of our bid, 1/s. */
    double bids(final int state) {
        return bids[state];
    }

    /** Fills of our ask, 1/s. */
    double asks(final int state) {
        return asks[state];
    }
}
