package io.halfspread.app.hjb;

import io.halfspread.engine.hjb.HjbGrid;
import io.halfspread.engine.hjb.LossAttribution;
import io.halfspread.engine.hjb.Policy;
import io.halfspread.engine.hjb.PolicyAudit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A state in which much is lost, and what would be better there. Offsets are NaN where nothing is quoted.
 *
 * @param lots      inventory, lots
 * @param signal    signal
 * @param time      share of the time spent there
 * @param share     share of the whole loss
 * @param lossPerS  loss, lot bps/s
 * @param bid       bid offset of the heuristic, bps
 * @param bestBid   the best one
 * @param ask       ask offset of the heuristic, bps
 * @param bestAsk   the best one
 * @param taker     net taker rate of the heuristic, lots/s, buys positive
 * @param bestTaker the best one
 */
record WorstState(
        int lots,
        double signal,
        double time,
        double share,
        double lossPerS,
        double bid,
        double bestBid,
        double ask,
        double bestAsk,
        double taker,
        double bestTaker) {
    static List<WorstState> of(final HjbResult result) {
        final PolicyAudit audit = result.heuristic();
        final LossAttribution loss = audit.attribution();
        final Policy law = audit.policy();
        final Policy best = result.solver().solution().policy();
        final HjbGrid grid = law.grid();
        final List<WorstState> worst = new ArrayList<>();
        for (int i = 0; i < Math.min(PolicyAudit.WORST_STATES, grid.states()); i++) {
            final int s = loss.worst(i);
            worst.add(new WorstState(
                    grid.lots(grid.row(s)),
                    grid.signal(grid.node(s)),
                    audit.probability(s),
                    audit.lossRate() == 0 ? 0 : loss.loss(s) / audit.lossRate(),
                    loss.loss(s),
                    bid(law, s),
                    bid(best, s),
                    ask(law, s),
                    ask(best, s),
                    law.takerBuyPerS(s) - law.takerSellPerS(s),
                    best.takerBuyPerS(s) - best.takerSellPerS(s)));
        }
        return worst;
    }

    private static double bid(final Policy policy, final int state) {
        return policy.quotesBid(state) ? policy.bidOffsetBps(state) : Double.NaN;
    }

    private static double ask(final Policy policy, final int state) {
        return policy.quotesAsk(state) ? policy.askOffsetBps(state) : Double.NaN;
    }

    Map<String, Object> json() {
        final Map<String, Object> out = new LinkedHashMap<>();
        out.put("q", lots);
        out.put("x", signal);
        out.put("probability", time);
        out.put("lossShare", share);
        out.put("lossPerSecond", lossPerS);
        out.put("bid", bid);
        out.put("bestBid", bestBid);
        out.put("ask", ask);
        out.put("bestAsk", bestAsk);
        out.put("taker", taker);
        out.put("bestTaker", bestTaker);
        return out;
    }
}
