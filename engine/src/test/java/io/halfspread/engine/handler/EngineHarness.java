package io.halfspread.engine.handler;

import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.CancelAllDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.InstrumentKind;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.RiskAlertDecoder;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.ScheduleCancelDecoder;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.engine.agent.EngineAgent;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.QuotingSettings;
import io.halfspread.engine.settings.RiskLimits;
import io.halfspread.engine.settings.SafetyLimits;
import io.halfspread.engine.settings.SessionOpening;
import io.halfspread.engine.settings.SessionSettings;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** The real engine over real rings, stepped by the test; outputs are collected as values. */
final class EngineHarness {
    static final long SESSION = 77;
    static final long MS = 1_000_000L;
    static final long SECOND = 1000 * MS;

    record Decision(
            QuoteReason bidReason,
            QuoteReason askReason,
            double mid,
            double muHat,
            double spreadBps,
            double imbalance,
            long bidPx,
            long bidSz,
            long askPx,
            long askSz,
            long paramsVersion,
            QuoteSource source,
            double bidOffsetBps,
            double askOffsetBps,
            double takerSellRate,
            long policyVersion) {}

    record Command(
            String kind,
            Side side,
            long cloidLow,
            long targetCloidLow,
            long px,
            long sz,
            Tif tif,
            boolean reduceOnly) {}

    record Alert(RiskCode code, double observed, double limit) {}

    final EventRing inputs = new EventRing(1024);
    final EventRing outputs = new EventRing(4096);
    final RingReader outputReader = outputs.newReader();
    final QuotingHandler handler = new QuotingHandler(outputs);
    final EngineAgent agent = new EngineAgent(inputs.newReader(), outputs, handler, 256);
    final EventWriter in = new EventWriter(inputs);
    final List<Decision> decisions = new ArrayList<>();
    final List<Command> commands = new ArrayList<>();
    final List<Alert> alerts = new ArrayList<>();
    final List<Long> deadlines = new ArrayList<>();
    long nowNs = 1_700_000_000L * SECOND;
    long sessionId = SESSION;
    private long tid;

    static QuotingSettings quoting() {
        return quoting(QuoteSource.HEURISTIC, 0, false);
    }

    static QuotingSettings quoting(final QuoteSource source, final double blendWeight, final boolean takers) {
        return new QuotingSettings(
                source,
                blendWeight,
                5,
                2,
                10,
                false,
                EventWriter.d8(0.3),
                EventWriter.d8(3),
                EventWriter.d8(10),
                takers,
                1,
                100,
                150_000_000L,
                450_000_000L);
    }

    static RiskLimits limits() {
        return new RiskLimits(Long.MIN_VALUE, 0, 3 * SECOND, 2 * SECOND);
    }

    EngineHarness open() {
        return open(quoting(), limits(), session(BudgetMode.NONE, 0, Long.MIN_VALUE, 0));
    }

    static SessionSettings session(
            final BudgetMode budget, final long initial, final long maxDrawdown, final int ordersPerSecond) {
        return new SessionSettings(SessionKind.REPLAY, false, budget, initial, maxDrawdown, ordersPerSecond, List.of());
    }

    /** Opens without other limits than these. */
    EngineHarness open(final SafetyLimits safety) {
        return open(quoting(), limits(), session(BudgetMode.NONE, 0, 0, safety));
    }

    static SessionSettings session(
            final BudgetMode budget, final long initial, final int ordersPerSecond, final SafetyLimits safety) {
        return session(budget, initial, Long.MIN_VALUE, ordersPerSecond).with(safety);
    }

    EngineHarness open(final QuotingSettings quoting, final RiskLimits limits, final SessionSettings session) {
        final Instrument hype = new Instrument("HYPE", InstrumentKind.PERP, 2, 159, quoting, limits);
        SessionOpening.publish(inputs, nowNs, sessionId, session.with(List.of(hype)));
        in.params(nowNs, 1);
        return step();
    }

    EngineHarness bbo(final double bid, final double ask) {
        nowNs += 70 * MS;
        in.bbo(0, nowNs, nowNs - 200 * MS, bid, 5, ask, 5);
        return step();
    }

    EngineHarness timer(final long laterNs) {
        nowNs += laterNs;
        in.timer(nowNs);
        return step();
    }

    /** Acknowledges every placed or modified order that has no outcome yet, as the venue would. */
    EngineHarness acknowledge() {
        for (final Command command : List.copyOf(commands)) {
            if (command.kind().equals("place")) {
                update(command.side(), command.cloidLow(), OrderStatus.OPEN, command.px(), command.sz());
            } else if (command.kind().equals("modify")) {
                update(command.side(), command.targetCloidLow(), OrderStatus.CANCELED, 0, 0);
                update(command.side(), command.cloidLow(), OrderStatus.OPEN, command.px(), command.sz());
            } else if (command.kind().equals("cancel")) {
                update(command.side(), command.cloidLow(), OrderStatus.CANCELED, 0, 0);
            }
        }
        return this;
    }

    EngineHarness update(
            final Side side, final long cloidLow, final OrderStatus status, final long px, final long remaining) {
        in.orderUpdate(0, nowNs, side, SESSION, cloidLow, status, px, remaining);
        return step();
    }

    EngineHarness fill(final Side side, final long cloidLow, final double px, final double sz) {
        in.fill(0, nowNs, side, SESSION, cloidLow, ++tid, px, sz);
        return step();
    }

    EngineHarness step() {
        while (agent.doWork() > 0) {
            collect();
        }
        collect();
        return this;
    }

    EngineHarness forget() {
        decisions.clear();
        commands.clear();
        alerts.clear();
        deadlines.clear();
        return this;
    }

    long alerts(final RiskCode code) {
        return alerts.stream().filter(alert -> alert.code() == code).count();
    }

    long count(final String kind) {
        return commands.stream().filter(command -> command.kind().equals(kind)).count();
    }

    Decision lastDecision() {
        return decisions.get(decisions.size() - 1);
    }

    Command only(final String kind, final Side side) {
        final List<Command> found = commands.stream()
                .filter(c -> c.kind().equals(kind) && c.side() == side)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one " + kind + " " + side + " in " + commands);
        }
        return found.get(0);
    }

    private void collect() {
        while (outputReader.poll(this::onOutput, 256) > 0) {
            Thread.onSpinWait();
        }
    }

    private void onOutput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        final MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, offset);
        switch (header.templateId()) {
            case QuoteDecisionDecoder.TEMPLATE_ID:
                final QuoteDecisionDecoder d = new QuoteDecisionDecoder().wrapAndApplyHeader(buffer, offset, header);
                decisions.add(new Decision(
                        d.bidReason(),
                        d.askReason(),
                        d.mid(),
                        d.muHat(),
                        d.spreadBps(),
                        d.imbalance(),
                        d.bidPx(),
                        d.bidSz(),
                        d.askPx(),
                        d.askSz(),
                        d.paramsVersion(),
                        d.source(),
                        d.bidOffsetBps(),
                        d.askOffsetBps(),
                        d.takerSellRate(),
                        d.policyVersion()));
                break;
            case PlaceOrderDecoder.TEMPLATE_ID:
                final PlaceOrderDecoder p = new PlaceOrderDecoder().wrapAndApplyHeader(buffer, offset, header);
                commands.add(new Command(
                        "place",
                        p.side(),
                        p.cloidLow(),
                        0,
                        p.px(),
                        p.sz(),
                        p.tif(),
                        p.reduceOnly().value() == 1));
                break;
            case ModifyOrderDecoder.TEMPLATE_ID:
                final ModifyOrderDecoder m = new ModifyOrderDecoder().wrapAndApplyHeader(buffer, offset, header);
                commands.add(new Command(
                        "modify",
                        m.side(),
                        m.cloidLow(),
                        m.targetCloidLow(),
                        m.px(),
                        m.sz(),
                        m.tif(),
                        m.reduceOnly().value() == 1));
                break;
            case CancelOrderDecoder.TEMPLATE_ID:
                final CancelOrderDecoder c = new CancelOrderDecoder().wrapAndApplyHeader(buffer, offset, header);
                commands.add(new Command("cancel", c.side(), c.cloidLow(), 0, 0, 0, null, false));
                break;
            case CancelAllDecoder.TEMPLATE_ID:
                commands.add(new Command("cancelAll", null, 0, 0, 0, 0, null, false));
                break;
            case ScheduleCancelDecoder.TEMPLATE_ID:
                deadlines.add(new ScheduleCancelDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .deadlineNs());
                break;
            case RiskAlertDecoder.TEMPLATE_ID:
                final RiskAlertDecoder a = new RiskAlertDecoder().wrapAndApplyHeader(buffer, offset, header);
                alerts.add(new Alert(a.code(), a.observed(), a.limitValue()));
                break;
            default:
                break;
        }
    }
}
