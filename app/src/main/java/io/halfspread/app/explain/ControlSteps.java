package io.halfspread.app.explain;

import io.halfspread.codec.decimal.DecimalText;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.engine.quote.PriceGrid;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The law, term by term, for one decision: written a second time on purpose, with every step said, and compared with what
 * the engine recorded.
 */
final class ControlSteps {
    private static final double SCALE = 1e8;
    private static final double BPS = 1e4;

    private final InstrumentView view;
    private final QuoteDecisionDecoder decision;
    private final TuningValues params;
    private final List<String> lines = new ArrayList<>();
    private double bid;
    private double ask;

    ControlSteps(final InstrumentView view, final QuoteDecisionDecoder decision, final TuningValues params) {
        this.view = view;
        this.decision = decision;
        this.params = params;
    }

    Map<String, Object> explain() {
        final Map<String, Object> json = new LinkedHashMap<>();
        drift();
        if (view.maxPosition > 0) {
            offsets();
            final PolicyStep policy = new PolicyStep(view, decision, lines::add);
            if (policy.lookup()) {
                bid = policy.bid(bid);
                ask = policy.ask(ask);
            }
            prices();
            sizes();
            json.put("bid_offset_bps", bid);
            json.put("ask_offset_bps", ask);
            json.put("equals_recorded", bid == decision.bidOffsetBps() && ask == decision.askOffsetBps());
        } else {
            say("no position limit configured: no control");
        }
        json.put("steps", lines);
        return json;
    }

    private void drift() {
        if (!view.book.isTwoSided()) {
            say("filter: the book is not two-sided, mu stays %s", n(decision.muHat()));
            return;
        }
        final double lambda = params.value(TuningParam.ADVERSE_SELECTION_LAMBDA);
        final double imbalance = view.book.imbalance(view.imbalanceDepth);
        final double spread = view.book.spreadBps();
        final double scale =
                spread > 0 ? 1 / (1 + spread / params.value(TuningParam.ADVERSE_SELECTION_SPREAD_SCALE)) : 1;
        final double stepped = lambda * (imbalance * scale) + (1 - lambda) * view.muHat;
        if (stepped == decision.muHat()) {
            say(
                    "filter: mu = lambda*(imb*scale) + (1-lambda)*mu = %s*(%s*%s) + %s*%s = %s",
                    n(lambda), n(imbalance), n(scale), n(1 - lambda), n(view.muHat), n(stepped));
        } else {
            say("filter: no step (no newer book, or not a book event), mu stays %s", n(decision.muHat()));
        }
    }

    private void offsets() {
        final double h = view.halfSpreadBps;
        final double mu = decision.muHat();
        final double position = decision.position() / SCALE;
        final double maxPosition = view.maxPosition / SCALE;
        final double r = Math.max(-1, Math.min(1, position / maxPosition));
        bid = h;
        ask = h;
        say("h = %s bps; bid = ask = h", n(h));
        say("r = clamp(Q/Qmax, -1, 1) = clamp(%s/%s) = %s", n(position), n(maxPosition), n(r));
        adverse(h, mu);
        inventory(position, r);
        final double skew = r * h * params.value(TuningParam.SKEW_ADJUSTMENT_FACTOR);
        ask -= skew;
        bid += skew;
        say("skew s = r*h*skew_adjustment_factor = %s: bid %s, ask %s", n(skew), n(bid), n(ask));
        final double floor = h * params.value(TuningParam.MIN_SPREAD_BASE_RATIO);
        final boolean floored = bid < floor || ask < floor;
        bid = Math.max(bid, floor);
        ask = Math.max(ask, floor);
        say(
                "floor h*min_spread_base_ratio = %s: %s",
                n(floor), floored ? "binds, bid " + n(bid) + ", ask " + n(ask) : "does not bind");
        urgency(position, r);
    }

    private void adverse(final double h, final double mu) {
        final double factor = params.value(TuningParam.ADVERSE_SELECTION_ADJUSTMENT_FACTOR);
        if (mu > 0) {
            final double term = mu * h * factor;
            ask += term;
            say("mu > 0, buyers are informed: ask += mu*h*factor = %s, ask %s", n(term), n(ask));
        } else if (mu < 0) {
            final double term = -mu * h * factor;
            bid += term;
            say("mu < 0, sellers are informed: bid += -mu*h*factor = %s, bid %s", n(term), n(bid));
        } else {
            say("mu = 0: no adverse-selection term");
        }
    }

    private void inventory(final double position, final double r) {
        if (position > 0) {
            bid *= 1 + r * r;
            say("Q > 0: bid *= 1 + r*r = %s, bid %s", n(1 + r * r), n(bid));
        } else if (position < 0) {
            ask *= 1 + r * r;
            say("Q < 0: ask *= 1 + r*r = %s, ask %s", n(1 + r * r), n(ask));
        } else {
            say("Q = 0: no inventory term");
        }
    }

    private void urgency(final double position, final double r) {
        final double threshold = params.value(TuningParam.INVENTORY_URGENCY_THRESHOLD);
        final double u = Math.abs(r);
        if (u <= threshold) {
            say("urgency |r| = %s <= threshold %s: no taker", n(u), n(threshold));
            return;
        }
        final double rate = (u - threshold) * params.value(TuningParam.LIQUIDATION_RATE_MULTIPLIER);
        say(
                "urgency |r| = %s > threshold %s: taker %s at %s order sizes/s, capped at %s%s",
                n(u),
                n(threshold),
                position > 0 ? "sell" : "buy",
                n(rate),
                n(view.takerMaxRate),
                view.takerEnabled ? "" : "; takers are switched off");
    }

    private void prices() {
        if (view.grid == null || !(decision.mid() > 0)) {
            say("prices: no grid or no mid yet");
            return;
        }
        final double rawBid = decision.mid() * (1 - bid / BPS);
        final double rawAsk = decision.mid() * (1 + ask / BPS);
        final long bidPx = view.grid.floor(rawBid);
        final long askPx = view.grid.ceil(rawAsk);
        say("bid price S*(1 - bid/1e4) = %s, floored to the grid: %s", n(rawBid), px(bidPx));
        say("ask price S*(1 + ask/1e4) = %s, ceiled to the grid: %s", n(rawAsk), px(askPx));
        if (view.book.isTwoSided()) {
            final long highestBid = view.grid.below(view.book.bestAsk());
            final long lowestAsk = view.grid.above(view.book.bestBid());
            say(
                    "post-only: bid at most %s (%s), ask at least %s (%s)",
                    px(highestBid),
                    bidPx > highestBid ? "binds" : "does not bind",
                    px(lowestAsk),
                    askPx < lowestAsk ? "binds" : "does not bind");
        }
    }

    private void sizes() {
        final long size = view.orderSize;
        final long position = decision.position();
        say(
                "bid size min(order_size, Qmax - Q) = min(%s, %s), whole lots of %s",
                px(size), px(view.maxPosition - position), px(view.lot));
        say(
                "ask size min(order_size, Qmax + Q) = min(%s, %s), at least %s USD each",
                px(size), px(view.maxPosition + position), px(view.minNotional));
    }

    private void say(final String format, final Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    private static String px(final long decimal8) {
        return decimal8 == PriceGrid.NONE ? "none" : DecimalText.print(decimal8);
    }

    private static String n(final double value) {
        return Double.toString(value);
    }
}
