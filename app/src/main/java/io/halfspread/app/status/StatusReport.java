package io.halfspread.app.status;

import io.halfspread.app.console.Ink;
import io.halfspread.app.machine.PinnedThreads;
import io.halfspread.app.machine.ThreadPin;
import io.halfspread.app.pnl.PnlSplit;
import io.halfspread.app.replay.DecisionLog;
import io.halfspread.app.replay.ReplayReport;
import io.halfspread.app.view.GapPoint;
import io.halfspread.app.view.InputNotes;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.order.Order;
import io.halfspread.engine.risk.ScheduledCancel;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A status as JSON members for programs and as lines for a person. */
public final class StatusReport {
    private static final int DECIMAL8 = 8;
    private static final double SECOND_NS = 1e9;
    private static final long SECOND = 1_000_000_000L;
    private static final int SHOWN_SHA = 12;

    private final SessionStatus status;
    private final long nowNs;

    /**
     * A report of a status that was looked at.
     *
     * @param status the status
     * @param nowNs  time now, ns since the epoch, for ages
     */
    public StatusReport(final SessionStatus status, final long nowNs) {
        this.status = status;
        this.nowNs = nowNs;
    }

    /**
     * The status for programs.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final InputNotes inputs = status.inputs();
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", status.state());
        json.put("capture", status.folder().toString());
        json.put("kind", status.manifest().identity().kind().text());
        json.put("venue", status.manifest().identity().source());
        json.put("mode", inputs.mode().name().toLowerCase(Locale.ROOT));
        json.put("started", inputs.firstNs() == 0 ? null : utc(inputs.firstNs()));
        json.put("seconds", (inputs.lastNs() - inputs.firstNs()) / SECOND_NS);
        json.put("age_s", age());
        json.put("events", status.engine().inputs());
        json.put("events_per_s", inputs.rate());
        json.put("inputs_by_kind", ReplayReport.byKind(inputs.tally().byTemplate()));
        json.put("outputs_by_kind", ReplayReport.byKind(status.outputs().tally().byTemplate()));
        json.put("params", inputs.params() == null ? null : ReplayReport.version(inputs.params()));
        json.put("rejected_drops", inputs.rejected());
        final Map<String, Object> connections = new LinkedHashMap<>();
        inputs.connections().forEach((number, state) -> connections.put(String.valueOf(number), state));
        json.put("connections", connections);
        json.put(
                "threads",
                PinnedThreads.of(status.folder()).stream()
                        .map(StatusReport::members)
                        .toList());
        json.put("requests_left", status.engine().requestsLeft());
        final double runwayHours = status.engine().runwayHours();
        json.put("runway_hours", Double.isInfinite(runwayHours) ? null : runwayHours);
        json.put("dead_mans_switch", deadMansSwitch());
        final Map<String, Object> assets = new LinkedHashMap<>();
        for (int i = 0; i < status.engine().instruments(); i++) {
            assets.put(status.engine().coin(i), asset(i));
        }
        json.put("by_asset", assets);
        json.put("hash", ReplayReport.hex(status.engine().hash()));
        return json;
    }

    private static Map<String, Object> members(final ThreadPin pin) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("role", pin.role());
        json.put("thread", pin.thread());
        json.put("core", pin.core());
        json.put("allowed", pin.allowed().toString());
        json.put("verified", pin.holds());
        return json;
    }

    private Map<String, Object> deadMansSwitch() {
        final ScheduledCancel guard = status.engine().scheduledCancel();
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", switchState(guard));
        json.put("horizon_s", guard.horizonNs() / SECOND_NS);
        json.put("until", guard.deadlineNs() == ScheduledCancel.NONE ? null : utc(guard.deadlineNs()));
        return json;
    }

    private String switchState(final ScheduledCancel guard) {
        if (guard.horizonNs() == 0) {
            return "off";
        }
        if (guard.deadlineNs() != ScheduledCancel.NONE) {
            return nowNs < guard.deadlineNs() ? "armed" : "fired";
        }
        return guard.isRefused() ? "refused" : "not armed";
    }

    private String switchWords() {
        final ScheduledCancel guard = status.engine().scheduledCancel();
        final String state = switchState(guard);
        return switch (state) {
            case "armed" ->
                "armed: the venue cancels every order at " + utc(guard.deadlineNs()) + " unless it is put off";
            case "fired" -> "ran out at " + utc(guard.deadlineNs()) + ": the venue has cancelled every order";
            case "refused" -> "refused by the venue; see the verb watchdog";
            default -> state;
        };
    }

    private Double age() {
        return status.inputs().lastNs() == 0 ? null : (nowNs - status.inputs().lastNs()) / SECOND_NS;
    }

    private Map<String, Object> asset(final int instrument) {
        final QuotingHandler engine = status.engine();
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("position", decimal(engine.position(instrument)));
        json.put("pnl", engine.pnlUsd(instrument));
        json.put("fees", decimal(engine.fees(instrument)));
        json.put("pnl_split", split(instrument));
        json.put("max_position", decimal(engine.maxPosition(instrument)));
        json.put("gap_pct", gap(instrument));
        json.put("fills", engine.fills(instrument));
        json.put("mid", engine.mid(instrument));
        json.put("quotes", quotes(instrument));
        json.put("decision", decision(instrument));
        return json;
    }

    private Map<String, Object> split(final int instrument) {
        final PnlSplit split = status.view().pnl(instrument);
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("spread", decimal(split.spread()));
        json.put("inventory", decimal(split.inventory(status.view().mid(instrument))));
        json.put("fees", decimal(split.fees()));
        json.put("funding", decimal(split.funding()));
        return json;
    }

    private Double gap(final int instrument) {
        final GapPoint gap = status.view().instrument(instrument).gaps().last();
        return gap == null ? null : gap.gapPct();
    }

    private List<Map<String, Object>> quotes(final int instrument) {
        final List<Map<String, Object>> quotes = new ArrayList<>();
        for (final Side side : new Side[] {Side.BID, Side.ASK}) {
            final Order order = status.engine().quote(instrument, side);
            if (order != null) {
                final Map<String, Object> quote = new LinkedHashMap<>();
                quote.put("side", side == Side.BID ? "bid" : "ask");
                quote.put("px", decimal(order.px()));
                quote.put("sz", decimal(order.remaining()));
                quote.put("state", order.state().name().toLowerCase(Locale.ROOT));
                quote.put("oid", order.oid() == Order.NO_OID ? null : order.oid());
                quote.put("age_s", (status.inputs().lastNs() - order.sentNs()) / SECOND_NS);
                quotes.add(quote);
            }
        }
        return quotes;
    }

    private Map<String, Object> decision(final int instrument) {
        final QuoteDecisionDecoder last = status.outputs().decision(instrument);
        if (last == null) {
            return null;
        }
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("age_s", (status.inputs().lastNs() - last.eventNs()) / SECOND_NS);
        json.put("state", DecisionLog.state(last));
        json.put("control", DecisionLog.control(last));
        json.put("bid_reason", last.bidReason().name().toLowerCase(Locale.ROOT));
        json.put("ask_reason", last.askReason().name().toLowerCase(Locale.ROOT));
        return json;
    }

    /**
     * Prints the status for a person.
     *
     * @param out where
     * @param ink colours, if any
     */
    public void print(final PrintStream out, final Ink ink) {
        final InputNotes inputs = status.inputs();
        line(
                out,
                "session     %s, %s at %s, trading mode %s",
                status.state(),
                status.manifest().identity().kind().text(),
                status.manifest().identity().source(),
                inputs.mode().name().toLowerCase(Locale.ROOT));
        if (inputs.firstNs() != 0) {
            line(
                    out,
                    "time        since %s, %.1f s; the newest event is %.1f s old",
                    utc(inputs.firstNs()),
                    (inputs.lastNs() - inputs.firstNs()) / SECOND_NS,
                    age());
        }
        line(
                out,
                "events      %,d, %.0f/s of late; %,d trades on the tape",
                status.engine().inputs(),
                inputs.rate(),
                inputs.tally().of(TradeDecoder.TEMPLATE_ID));
        if (inputs.params() != null) {
            line(
                    out,
                    "parameters  version %d from %s, sha256 %s..; %d files refused",
                    inputs.params().version(),
                    inputs.params().source(),
                    inputs.params().sha256().substring(0, SHOWN_SHA),
                    inputs.rejected());
        }
        line(
                out,
                "requests    %,d left%s",
                status.engine().requestsLeft(),
                runway(status.engine().runwayHours()));
        line(out, "switch      %s", switchWords());
        PinnedThreads.of(status.folder()).forEach(pin -> line(out, "thread      %s", pin.text()));
        inputs.connections().forEach((number, state) -> line(out, "connection  %d %s", number, state));
        new FirstScreen(status.view(), ink).lines().forEach(out::println);
        line(out, "capture     %s", status.folder());
        out.flush();
    }

    private static String runway(final double hours) {
        return Double.isInfinite(hours) ? "" : String.format(Locale.ROOT, ", %.1f h at this pace", hours);
    }

    private static BigDecimal decimal(final long decimal8) {
        final BigDecimal plain = BigDecimal.valueOf(decimal8, DECIMAL8).stripTrailingZeros();
        return plain.scale() < 1 ? plain.setScale(1, RoundingMode.UNNECESSARY) : plain;
    }

    private static String utc(final long ns) {
        return Instant.ofEpochSecond(Math.floorDiv(ns, SECOND), Math.floorMod(ns, SECOND))
                .toString();
    }

    private static void line(final PrintStream out, final String format, final Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
