package io.halfspread.app.explain;

import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.engine.policy.PolicyInForce;
import io.halfspread.engine.policy.PolicyTable;
import java.util.Locale;
import java.util.function.Consumer;

/** How a policy table changed the control of the law: its lookup, and the weight it had. */
final class PolicyStep {
    private final InstrumentView view;
    private final QuoteDecisionDecoder decision;
    private final Consumer<String> say;
    private double weight;

    PolicyStep(final InstrumentView view, final QuoteDecisionDecoder decision, final Consumer<String> say) {
        this.view = view;
        this.decision = decision;
        this.say = say;
    }

    /** Looks the state up; false when no table set these quotes, or none is known that did. */
    boolean lookup() {
        final PolicyInForce policy = view.policy;
        if (decision.source() == QuoteSource.HEURISTIC) {
            return false;
        }
        if (policy.version() != decision.policyVersion()) {
            say.accept("policy version " + decision.policyVersion() + " is not in the record before this event");
            return false;
        }
        final double q = (double) decision.position() / policy.lot();
        policy.table().lookup(q, decision.muHat());
        weight = (decision.source() == QuoteSource.BLEND ? view.blendWeight : 1) * policy.weightLimit();
        final PolicyTable table = policy.table();
        say.accept(String.format(
                Locale.ROOT,
                "policy version %d at q = Q/lot = %s, x = mu = %s: bid %s%s, ask %s%s, taker buys %s, sells %s",
                policy.version(),
                q,
                decision.muHat(),
                table.bidOffsetBps(),
                table.quotesBid() ? "" : " (not quoted)",
                table.askOffsetBps(),
                table.quotesAsk() ? "" : " (not quoted)",
                table.takerBuyRate(),
                table.takerSellRate()));
        return true;
    }

    double bid(final double law) {
        return mix("bid", law, view.policy.table().bidOffsetBps());
    }

    double ask(final double law) {
        return mix("ask", law, view.policy.table().askOffsetBps());
    }

    private double mix(final String side, final double law, final double table) {
        final double mixed = (1 - weight) * law + weight * table;
        say.accept(String.format(
                Locale.ROOT,
                "%s = (1 - W)*law + W*policy = %s*%s + %s*%s = %s",
                side,
                1 - weight,
                law,
                weight,
                table,
                mixed));
        return mixed;
    }
}
