package io.halfspread.engine.hjb;

/**
 * The control that is best against given values, in closed form: each side's gain has one maximum in its offset, so that
 * clamping it to the admissible range is exact.
 */
final class PolicyImprover {
    private static final double TIE = 1e-12;

    private PolicyImprover() {}

    /**
     * Improves a policy.
     *
     * @param model  model
     * @param values what states are worth relative to each other, lot bps
     * @param policy policy before, gets the best one
     * @return largest change of an offset, bps; infinite when a quote or a taker appears or goes
     */
    static double improve(final HjbModel model, final double[] values, final Policy policy) {
        final HjbGrid grid = model.grid();
        final double bidMargin = 1 / model.fills().bidDecayPerBps();
        final double askMargin = 1 / model.fills().askDecayPerBps();
        double change = 0;
        for (int i = 0; i < grid.rows(); i++) {
            for (int j = 0; j < grid.signalNodes(); j++) {
                final int s = grid.state(i, j);
                final boolean buys = i < grid.rows() - 1;
                final boolean sells = i > 0;
                final double longer = buys ? values[s + grid.lotStride()] - values[s] : 0;
                final double shorter = sells ? values[s - grid.lotStride()] - values[s] : 0;
                change = Math.max(change, improveBid(model, policy, s, buys, bidMargin, longer));
                change = Math.max(change, improveAsk(model, policy, s, sells, askMargin, shorter));
                change = Math.max(change, improveTakers(model, policy, s, buys, sells, longer, shorter));
            }
        }
        return change;
    }

    private static double improveBid(
            final HjbModel model,
            final Policy policy,
            final int s,
            final boolean allowed,
            final double margin,
            final double worth) {
        final double cost = model.costs().makerCostBps();
        final double best = model.limits().clampOffset(margin + cost - worth);
        final boolean quoted = allowed && best - cost + worth > 0;
        final double offset = quoted ? best : model.limits().maxOffsetBps();
        final double change =
                quoted == policy.quotesBid(s) ? Math.abs(offset - policy.bidOffsetBps(s)) : Double.POSITIVE_INFINITY;
        policy.bid(s, quoted, offset);
        return change;
    }

    private static double improveAsk(
            final HjbModel model,
            final Policy policy,
            final int s,
            final boolean allowed,
            final double margin,
            final double worth) {
        final double cost = model.costs().makerCostBps();
        final double best = model.limits().clampOffset(margin + cost - worth);
        final boolean quoted = allowed && best - cost + worth > 0;
        final double offset = quoted ? best : model.limits().maxOffsetBps();
        final double change =
                quoted == policy.quotesAsk(s) ? Math.abs(offset - policy.askOffsetBps(s)) : Double.POSITIVE_INFINITY;
        policy.ask(s, quoted, offset);
        return change;
    }

    private static double improveTakers(
            final HjbModel model,
            final Policy policy,
            final int s,
            final boolean buys,
            final boolean sells,
            final double longer,
            final double shorter) {
        final double cost = model.costs().takerCostBps();
        final double fastest = model.limits().maxTakerPerS();
        final double buy = buys && longer - cost > TIE ? fastest : 0;
        final double sell = sells && shorter - cost > TIE ? fastest : 0;
        final boolean same = buy == policy.takerBuyPerS(s) && sell == policy.takerSellPerS(s);
        policy.takers(s, buy, sell);
        return same ? 0 : Double.POSITIVE_INFINITY;
    }
}
