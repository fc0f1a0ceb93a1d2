package io.halfspread.app.dashboard;

import io.halfspread.app.explain.ReasonWords;
import io.halfspread.app.pnl.PnlSplit;
import io.halfspread.app.view.Gauges;
import io.halfspread.app.view.InputNotes;
import io.halfspread.app.view.InstrumentView;
import io.halfspread.app.view.MarketFigures;
import io.halfspread.app.view.OrderLine;
import io.halfspread.app.view.SessionView;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.order.Order;
import io.halfspread.engine.risk.ScheduledCancel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of a view that are replaced as a whole, in named sections. */
final class ViewSections {
    private static final double SCALE = 1e8;
    private static final double MS = 1e6;

    private final SessionView view;
    private final DashboardFacts facts;

    ViewSections(final SessionView view, final DashboardFacts facts) {
        this.view = view;
        this.facts = facts;
    }

    /** All sections as of now, by name. */
    Map<String, Object> at(final Gauges gauges) {
        final Map<String, Object> sections = new LinkedHashMap<>();
        sections.put("mode", mode());
        sections.put("assets", assets(gauges.nowNs()));
        sections.put("orders", orders());
        sections.put("feed", feed());
        sections.put("latency", latency(gauges));
        sections.put("health", health(gauges));
        sections.put("budget", budget());
        return sections;
    }

    private Map<String, Object> mode() {
        final InputNotes notes = view.notes();
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("mode", notes.mode().name().toLowerCase(Locale.ROOT));
        json.put("by", notes.modeBy());
        json.put("why", notes.modeWhy());
        return json;
    }

    private Map<String, Object> assets(final long nowNs) {
        final Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < view.engine().instruments(); i++) {
            json.put(view.engine().coin(i), asset(i, nowNs));
        }
        return json;
    }

    private Map<String, Object> asset(final int i, final long nowNs) {
        final QuotingHandler engine = view.engine();
        final InstrumentView instrument = view.instrument(i);
        final MarketFigures market = instrument.market();
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("mid", engine.mid(i));
        json.put("bid", market.bidPx());
        json.put("bidSz", market.bidSz());
        json.put("ask", market.askPx());
        json.put("askSz", market.askSz());
        json.put("trade", market.tradePx());
        json.put("mark", market.markPx());
        json.put("oracle", market.oraclePx());
        json.put("fundingRate", market.funding());
        json.put("position", engine.position(i) / SCALE);
        json.put("limit", engine.maxPosition(i) / SCALE);
        json.put("fills", engine.fills(i));
        json.put("volume", engine.volume(i) / SCALE);
        json.put("pnl", pnl(i));
        json.put("halfSpread", instrument.halfSpreadBps());
        json.put("policy", engine.policyVersion(i));
        final QuoteDecisionDecoder decision = view.outputs().decision(i);
        json.put("decision", decision == null ? null : decision(decision));
        json.put("bidQuote", quote(i, Side.BID, decision == null ? null : decision.bidReason()));
        json.put("askQuote", quote(i, Side.ASK, decision == null ? null : decision.askReason()));
        final List<Object> ages = new ArrayList<>();
        for (int stream = 0; stream < MarketFigures.STREAMS.length; stream++) {
            final long heardNs = market.heardNs(stream);
            ages.add(heardNs == 0 ? null : Math.max(0, nowNs - heardNs) / MS);
        }
        json.put("ages", ages);
        return json;
    }

    private Map<String, Object> pnl(final int i) {
        final PnlSplit split = view.pnl(i);
        final long mid = view.mid(i);
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("spread", split.spread() / SCALE);
        json.put("inventory", split.inventory(mid) / SCALE);
        json.put("fees", split.fees() / SCALE);
        json.put("funding", split.funding() / SCALE);
        json.put("total", split.total(mid) / SCALE);
        return json;
    }

    private static Map<String, Object> decision(final QuoteDecisionDecoder decision) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", decision.source().name().toLowerCase(Locale.ROOT));
        json.put("S", decision.mid());
        json.put("Q", decision.position() / SCALE);
        json.put("mu", decision.muHat());
        json.put("delta", decision.spreadBps());
        json.put("I", decision.imbalance());
        json.put("bid", decision.bidOffsetBps());
        json.put("ask", decision.askOffsetBps());
        json.put("buy", decision.takerBuyRate());
        json.put("sell", decision.takerSellRate());
        json.put("params", decision.paramsVersion());
        return json;
    }

    private Map<String, Object> quote(final int i, final Side side, final QuoteReason reason) {
        final Order order = view.engine().quote(i, side);
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("px", order == null ? null : order.px() / SCALE);
        json.put("sz", order == null ? null : order.remaining() / SCALE);
        json.put("state", order == null ? null : order.state().name().toLowerCase(Locale.ROOT));
        json.put("reason", reason == null ? "NO_BOOK" : reason.name());
        json.put("words", ReasonWords.of(reason == null ? QuoteReason.NO_BOOK : reason));
        return json;
    }

    private List<Object> orders() {
        final List<Object> json = new ArrayList<>();
        for (final OrderLine order : view.orders()) {
            final Order quote = view.engine().quote(order.instrument(), order.side());
            final boolean current = quote != null && quote.cloidLow() == order.cloidLow();
            final Map<String, Object> line = new LinkedHashMap<>();
            line.put("coin", view.engine().coin(order.instrument()));
            line.put("side", order.side() == Side.BID ? "bid" : "ask");
            line.put("px", order.px());
            line.put("sz", current ? quote.remaining() / SCALE : order.sz());
            line.put(
                    "state",
                    current
                            ? quote.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                            : order.taker() ? "taker" : "ending");
            line.put("sent", order.sentNs() / MS);
            line.put("params", order.paramsVersion());
            line.put("id", Long.toHexString(order.cloidLow()));
            json.add(line);
        }
        return json;
    }

    private Map<String, Object> feed() {
        final InputNotes notes = view.notes();
        final List<Object> connections = new ArrayList<>();
        notes.connections().forEach((number, state) -> {
            final Map<String, Object> line = new LinkedHashMap<>();
            line.put(
                    "name",
                    number < facts.connections().size() ? facts.connections().get(number) : "" + number);
            line.put("state", state);
            connections.add(line);
        });
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("connections", connections);
        json.put("reconnects", notes.reconnects());
        json.put("losses", notes.losses());
        json.put("rejectedFiles", notes.rejected());
        return json;
    }

    private List<Object> latency(final Gauges gauges) {
        final List<Gauges.Hop> hops = new ArrayList<>();
        hops.add(new Gauges.Hop("venue's block to arrival", view.feedDelay().figures()));
        hops.addAll(gauges.hops());
        hops.add(new Gauges.Hop(
                "arrival to the venue's answer", view.answerDelay().figures()));
        final List<Object> json = new ArrayList<>();
        for (final Gauges.Hop hop : hops) {
            final Map<String, Object> line = new LinkedHashMap<>();
            line.put("hop", hop.name());
            line.put("count", hop.figures().count());
            line.put("p50", hop.figures().p50());
            line.put("p99", hop.figures().p99());
            line.put("p999", hop.figures().p999());
            line.put("max", hop.figures().max());
            json.add(line);
        }
        return json;
    }

    private Map<String, Object> health(final Gauges gauges) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("slots", gauges.ringSlots());
        json.put("engineBehind", gauges.engineBehind());
        json.put("journalBehind", gauges.journalBehind());
        json.put("outputsBehind", gauges.outputsBehind());
        json.put("stalls", gauges.stalls());
        json.put("longestStallMs", gauges.longestStallNs() / MS);
        json.put("capture", gauges.captureState());
        json.put("trouble", gauges.captureTrouble());
        json.put("hash", String.format(Locale.ROOT, "%016x", view.hash()));
        json.put("hashSequence", view.hashSequence());
        json.put("missed", view.missed());
        json.put("confirmed", view.isConfirmed());
        return json;
    }

    private Map<String, Object> budget() {
        final QuotingHandler engine = view.engine();
        final double hours = engine.runwayHours();
        final ScheduledCancel guard = engine.scheduledCancel();
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("left", engine.requestsLeft());
        json.put("runwayHours", Double.isInfinite(hours) ? null : hours);
        json.put("switchHorizonS", guard.horizonNs() / 1e9);
        json.put("switchUntil", guard.deadlineNs() == ScheduledCancel.NONE ? null : guard.deadlineNs() / MS);
        json.put("switchRefused", guard.isRefused());
        return json;
    }
}
