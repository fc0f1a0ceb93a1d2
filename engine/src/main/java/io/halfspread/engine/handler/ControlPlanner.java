package io.halfspread.engine.handler;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.engine.policy.PolicyTable;
import io.halfspread.engine.quote.ControlVector;
import io.halfspread.engine.quote.HeuristicLaw;

/**
 * State to control: the law, or the policy table, or the weighted mean of both. A table that is absent or too old leaves
 * the law alone, and the reason says so. What is wanted here is still subject to post-only and every limit. Engine thread
 * only.
 */
@HotPath
final class ControlPlanner {
    private static final double SCALE = 1e8;
    private static final double EVEN = 0.5;

    private final SessionState session;

    ControlPlanner(final SessionState session) {
        this.session = session;
    }

    /** Sets the control, where it comes from, and the reason that a side quoted by it reports. */
    void plan(final InstrumentState s) {
        s.sourceUsed = QuoteSource.HEURISTIC;
        s.takerFromPolicy = false;
        s.quotedReason = QuoteReason.QUOTED;
        if (s.maxPosition <= 0 || session.params.version() == 0 || !s.book.isTwoSided()) {
            if (s.quoteSource != QuoteSource.HEURISTIC) {
                s.quotedReason = QuoteReason.POLICY_ABSENT;
            }
            return;
        }
        HeuristicLaw.control(
                s.control, s.halfSpreadBps, s.muHat, s.positionUnits(), s.maxPosition / SCALE, session.params);
        if (s.quoteSource != QuoteSource.HEURISTIC) {
            blend(s);
        }
    }

    private void blend(final InstrumentState s) {
        if (s.policy.version() == 0) {
            s.quotedReason = QuoteReason.POLICY_ABSENT;
            return;
        }
        if (!s.policy.isValid(session.nowNs) || s.policy.weightLimit() <= 0) {
            s.quotedReason = QuoteReason.POLICY_STALE;
            return;
        }
        s.quotedReason = s.policy.isFresh(session.nowNs) ? QuoteReason.QUOTED : QuoteReason.POLICY_AGED;
        final double weight = (s.quoteSource == QuoteSource.BLEND ? s.blendWeight : 1) * s.policy.weightLimit();
        if (weight > 0) {
            s.sourceUsed = s.quoteSource;
            mix(s, s.policy.table(), weight);
        }
    }

    private void mix(final InstrumentState s, final PolicyTable table, final double weight) {
        table.lookup((double) s.position.size() / s.policy.lot(), s.muHat);
        final ControlVector control = s.control;
        final double bid = (1 - weight) * control.bidOffsetBps() + weight * table.bidOffsetBps();
        final double ask = (1 - weight) * control.askOffsetBps() + weight * table.askOffsetBps();
        final boolean byTable = weight > EVEN;
        control.quotes(!byTable || table.quotesBid(), bid, !byTable || table.quotesAsk(), ask);
        if (byTable) {
            s.takerFromPolicy = true;
            s.takerVote.cast(session.sequence, table.takerBuyRate(), table.takerSellRate());
            final long position = s.position.size();
            control.takers(
                    s.takerVote.buys() && position < 0 ? table.takerBuyRate() : 0,
                    s.takerVote.sells() && position > 0 ? table.takerSellRate() : 0);
        }
    }
}
