package io.halfspread.engine.handler;

import static io.halfspread.engine.handler.EngineHarness.SECOND;
import static io.halfspread.engine.handler.EngineHarness.SESSION;
import static io.halfspread.engine.handler.EventWriter.d8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.ActionResponseEncoder;
import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.handler.AccountInputs.Listed;
import io.halfspread.engine.settings.GuardSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountRulesTest {
    private static final long NO_SIZE = ActionResponseEncoder.totalSzNullValue();
    private static final long PX = d8(37.5);

    private final EngineHarness engine = new EngineHarness();
    private final AccountInputs account = new AccountInputs(engine.inputs);
    private long oid = 500;

    @Test
    void shouldCountOnlyFillsLaterThanTheFirstSnapshot() {
        engine.open();
        final long baseNs = engine.nowNs;
        streamFill(baseNs - 1, 1, d8(1));
        streamFill(baseNs + 1, 2, d8(0.2));
        queriedFill(baseNs - 2, 3, d8(1));
        snapshot(baseNs, d8(5));
        assertEquals(d8(5.2), engine.handler.position(0), "the later fill counts on top of the snapshot");

        streamFill(baseNs, 4, d8(1));
        queriedFill(baseNs - 3, 5, d8(1));
        queriedFill(baseNs + 2, 6, d8(0.3));
        streamFill(baseNs + 2, 6, d8(0.3));

        assertEquals(d8(5.5), engine.handler.position(0));
        assertEquals(2, engine.handler.fills(0));
    }

    @Test
    void shouldCompareLaterSnapshotsWithTheFillsUpToTheirTime() {
        engine.open();
        final long baseNs = engine.nowNs;
        snapshot(baseNs, 0);
        streamFill(baseNs + 10, 1, d8(0.3));
        streamFill(baseNs + 20, 2, d8(0.3));

        snapshot(baseNs + 15, d8(0.3));
        assertEquals(List.of(), engine.alerts);

        snapshot(baseNs + 30, d8(0.9));
        assertEquals(List.of(new EngineHarness.Alert(RiskCode.POSITION_MISMATCH, 0.9, 0.6)), engine.alerts);
        assertEquals(d8(0.6), engine.handler.position(0));
    }

    @Test
    void shouldTakeAPositionOverOnceForTheSameFacts() {
        engine.open();
        final long baseNs = engine.nowNs;
        snapshot(baseNs, 0);
        streamFill(baseNs + 10, 1, d8(0.3));
        streamFill(baseNs + 30, 2, d8(0.2));

        account.adjustment(engine.nowNs, baseNs + 20, 99, d8(1), d8(38));
        account.adjustment(engine.nowNs, baseNs + 20, 99, d8(1), d8(38));
        account.adjustment(engine.nowNs, baseNs + 20, 100, d8(1), d8(38));
        engine.step();

        assertEquals(d8(1.2), engine.handler.position(0), "the fact, and the fill after it");
        assertEquals(List.of(new EngineHarness.Alert(RiskCode.POSITION_ADJUSTED, 1, 0.3)), engine.alerts);
        assertEquals(2, engine.handler.fills(0));
    }

    @Test
    void shouldNotMoveThePositionAgainWhenTheFillComesAfterTheAdjustment() {
        engine.open();
        engine.bbo(37.49, 37.51);
        final long baseNs = engine.nowNs;
        snapshot(baseNs, 0);
        account.adjustment(engine.nowNs, baseNs + 20, 99, d8(0.4), d8(38));
        engine.step();
        assertEquals(-0.2, engine.handler.pnlUsd(0), 1e-9, "booked at 38 until better is known");

        streamFill(baseNs + 10, 1, d8(0.4));
        queriedFill(baseNs + 10, 1, d8(0.4));

        assertEquals(d8(0.4), engine.handler.position(0));
        assertEquals(1, engine.handler.fills(0));
        assertEquals(0, engine.handler.pnlUsd(0), 1e-9, "the fill's own price, 37.5");
    }

    @Test
    void shouldReportCashAndFeesWhenADifferenceBeginsOrChanges() {
        engine.open();
        final long baseNs = engine.nowNs;
        snapshot(baseNs, 0);
        account.review(engine.nowNs, baseNs, d8(1000), 0);
        streamFill(baseNs + 10, 1, d8(1));
        streamFill(baseNs + 30, 2, d8(1));
        account.review(engine.nowNs, baseNs + 20, d8(962.5), 0);
        engine.step();
        assertEquals(List.of(), engine.alerts, "the second fill is later than the review");

        account.review(engine.nowNs, baseNs + 40, d8(950), d8(0.5));
        account.review(engine.nowNs, baseNs + 50, d8(950), d8(0.5));
        engine.step();

        assertEquals(
                List.of(
                        new EngineHarness.Alert(RiskCode.CASH_MISMATCH, -50, -75),
                        new EngineHarness.Alert(RiskCode.FEES_MISMATCH, 0.5, 0)),
                engine.alerts);
    }

    @Test
    void shouldEndAnOrderThatRestedBeforeTheVenueWasAskedAndIsNotListed() {
        connectAndQuote();
        final EngineHarness.Command ask = engine.only("place", Side.ASK);
        lose();
        resync(List.of(listed(ask)));
        engine.forget();

        ready();

        assertEquals(1, commands("place"), "the lost bid is quoted anew: " + engine.commands);
        assertEquals(Side.BID, engine.commands.get(0).side());
    }

    @Test
    void shouldKeepAnOrderThatIsListedOnAnotherPart() {
        connectAndQuote();
        final EngineHarness.Command bid = engine.only("place", Side.BID);
        final EngineHarness.Command ask = engine.only("place", Side.ASK);
        lose();
        account.connection(engine.nowNs, ConnectionStatus.RESYNCING);
        account.part(engine.nowNs, engine.nowNs, 0, false, 0, 0, List.of(listed(bid)));
        account.part(engine.nowNs, engine.nowNs, 1, true, 0, 0, List.of(listed(ask)));
        engine.step().forget();

        ready();

        assertEquals(0, commands("place"));
    }

    @Test
    void shouldLeaveOrdersAloneWhenAPartIsMissing() {
        connectAndQuote();
        lose();
        account.connection(engine.nowNs, ConnectionStatus.RESYNCING);
        account.part(engine.nowNs, engine.nowNs, 0, false, 0, 0, List.of());
        account.part(engine.nowNs, engine.nowNs, 2, true, 0, 0, List.of());
        engine.step().forget();

        ready();

        assertEquals(0, commands("place"));
    }

    @Test
    void shouldLeaveAnOrderWithoutOutcomeToTheResolver() {
        connect();
        engine.bbo(37.49, 37.51);
        final EngineHarness.Command bid = engine.only("place", Side.BID);
        account.response(
                engine.nowNs, PlaceOrderDecoder.TEMPLATE_ID, ResponseKind.UNRESOLVED, bid.cloidLow(), 0, NO_SIZE);
        engine.step().forget();

        engine.bbo(37.52, 37.54);
        assertEquals(QuoteReason.AWAITING_ACK, engine.lastDecision().bidReason());
        resync(List.of());
        ready();
        assertEquals(0, commands("place"));

        account.response(engine.nowNs, PlaceOrderDecoder.TEMPLATE_ID, ResponseKind.ERROR, bid.cloidLow(), 0, NO_SIZE);
        engine.step();
        assertEquals(Side.BID, engine.only("place", Side.BID).side());
    }

    @Test
    void shouldRestoreTheSurvivorWhenAModifyIsResolvedAsError() {
        connectAndQuote();
        final EngineHarness.Command bid = engine.only("place", Side.BID);
        engine.forget().bbo(37.52, 37.54);
        final EngineHarness.Command modify = engine.only("modify", Side.BID);
        account.response(
                engine.nowNs, ModifyOrderDecoder.TEMPLATE_ID, ResponseKind.UNRESOLVED, modify.cloidLow(), 0, NO_SIZE);
        engine.step().forget();

        account.response(
                engine.nowNs, ModifyOrderDecoder.TEMPLATE_ID, ResponseKind.ERROR, modify.cloidLow(), 0, NO_SIZE);
        engine.step();

        assertEquals(bid.cloidLow(), engine.only("modify", Side.BID).targetCloidLow());
    }

    @Test
    void shouldFinishTheOldLegAsSoonAsTheNewOneIsKnown() {
        connectAndQuote();
        engine.forget().bbo(37.52, 37.54);
        final EngineHarness.Command first = engine.only("modify", Side.BID);
        for (final EngineHarness.Command modify : List.copyOf(engine.commands)) {
            account.response(
                    engine.nowNs,
                    ModifyOrderDecoder.TEMPLATE_ID,
                    ResponseKind.RESTING,
                    modify.cloidLow(),
                    ++oid,
                    NO_SIZE);
        }
        engine.step().forget();

        engine.bbo(37.55, 37.57);
        final EngineHarness.Command second = engine.only("modify", Side.BID);
        assertEquals(first.cloidLow(), second.targetCloidLow());
        update(Side.BID, first.targetCloidLow(), OrderStatus.CANCELED, d8(0.3));

        assertEquals(List.of(), engine.alerts);
    }

    @Test
    void shouldTakeAFillOfTheNewLegForItsOpening() {
        connectAndQuote();
        engine.forget().bbo(37.52, 37.54);
        final EngineHarness.Command modify = engine.only("modify", Side.BID);
        engine.forget();
        account.fill(engine.nowNs, engine.nowNs, false, Side.BID, SESSION, modify.cloidLow(), ++oid, 9, PX, d8(0.1));
        engine.step();

        engine.bbo(37.55, 37.57);

        assertEquals(modify.cloidLow(), engine.only("modify", Side.BID).targetCloidLow());
    }

    @Test
    void shouldEndACancelledOrderOnTheReplyAlone() {
        connectAndQuote();
        lose();
        final EngineHarness.Command bid = engine.only("place", Side.BID);
        answerCancel(bid, ResponseKind.SUCCESS);
        answerCancel(engine.only("place", Side.ASK), ResponseKind.SUCCESS);
        resync(List.of());
        engine.forget();

        ready();

        assertEquals(2, commands("place"));
    }

    @Test
    void shouldReportAForeignOrderOnceAndLeaveItAlone() {
        connectAndQuote();
        engine.forget();
        final Listed foreign = new Listed(Side.ASK, 1, 2, 777, d8(40), d8(1));
        account.order(engine.nowNs, engine.nowNs, Side.ASK, 1, 2, 777, OrderStatus.OPEN, d8(40), d8(1));
        engine.step();
        resync(List.of(foreign));
        resync(List.of(foreign));

        assertEquals(
                1,
                engine.alerts.stream()
                        .filter(a -> a.code() == RiskCode.UNKNOWN_ORDER)
                        .count());
        assertTrue(engine.commands.stream().noneMatch(c -> c.cloidLow() == 2));
    }

    @Test
    void shouldCancelForeignOrdersWheneverSeenWhenConfigured() {
        engine.open(
                EngineHarness.quoting(),
                EngineHarness.limits(),
                EngineHarness.session(BudgetMode.NONE, 0, Long.MIN_VALUE, 0).with(new GuardSettings(0, true)));
        account.connection(engine.nowNs, ConnectionStatus.RESYNCING);
        snapshot(engine.nowNs, 0);
        ready();
        engine.forget();
        account.order(engine.nowNs, engine.nowNs, Side.ASK, 0, 0, 777, OrderStatus.OPEN, d8(40), d8(1));
        engine.step();
        resync(List.of(new Listed(Side.ASK, 0, 0, 777, d8(40), d8(1))));

        assertEquals(1, engine.alerts(RiskCode.UNKNOWN_ORDER));
        assertEquals(2, commands("cancel"), engine.commands::toString);
    }

    @Test
    void shouldCancelAnOrderOfOursThatTurnsUpAfterItWasGivenUp() {
        connect();
        engine.bbo(37.49, 37.51);
        final EngineHarness.Command bid = engine.only("place", Side.BID);
        account.response(engine.nowNs, PlaceOrderDecoder.TEMPLATE_ID, ResponseKind.ERROR, bid.cloidLow(), 0, NO_SIZE);
        engine.step().forget();

        update(Side.BID, bid.cloidLow(), OrderStatus.OPEN, d8(0.3));
        assertEquals(bid.cloidLow(), engine.only("cancel", Side.BID).cloidLow());
        engine.forget();

        resync(List.of(listed(bid)));
        assertTrue(engine.commands.stream().anyMatch(c -> c.kind().equals("cancel") && c.cloidLow() == bid.cloidLow()));
    }

    @Test
    void shouldSayNothingOfAnOpeningThatComesAfterTheEnd() {
        connectAndQuote();
        final EngineHarness.Command bid = engine.only("place", Side.BID);
        update(Side.BID, bid.cloidLow(), OrderStatus.FILLED, 0);
        engine.forget();

        update(Side.BID, bid.cloidLow(), OrderStatus.OPEN, d8(0.3));

        assertEquals(List.of(), engine.alerts);
        assertEquals(0, commands("cancel"));
    }

    @Test
    void shouldCountEachFundingPaymentOnceAndOnlyAfterTheBaseline() {
        engine.open();
        final long baseNs = engine.nowNs;
        snapshot(baseNs, 0);
        account.funding(engine.nowNs, baseNs - 1, d8(7));
        account.funding(engine.nowNs, baseNs + SECOND, d8(-0.25));
        account.funding(engine.nowNs, baseNs + SECOND, d8(-0.25));
        account.funding(engine.nowNs, baseNs + 2 * SECOND, d8(0.1));
        engine.step();

        assertEquals(d8(-0.15), engine.handler.funding(0));
        assertEquals(-0.15, engine.handler.pnlUsd(0), 1e-12);
    }

    @Test
    void shouldNotQuoteBeforeTheAccountIsReady() {
        engine.open();
        account.connection(engine.nowNs, ConnectionStatus.RESYNCING);
        engine.step().bbo(37.49, 37.51);
        assertEquals(0, commands("place"));
        assertEquals(QuoteReason.NOT_READY, engine.lastDecision().bidReason());
        snapshot(engine.nowNs, 0);
        assertEquals(0, commands("place"));

        ready();

        assertEquals(2, commands("place"));
        assertTrue(engine.alerts.isEmpty());
    }

    private void connect() {
        engine.open();
        account.connection(engine.nowNs, ConnectionStatus.RESYNCING);
        snapshot(engine.nowNs, 0);
        ready();
    }

    /** One order rests on each side. */
    private void connectAndQuote() {
        connect();
        engine.bbo(37.49, 37.51);
        for (final EngineHarness.Command place : List.copyOf(engine.commands)) {
            account.response(
                    engine.nowNs,
                    PlaceOrderDecoder.TEMPLATE_ID,
                    ResponseKind.RESTING,
                    place.cloidLow(),
                    ++oid,
                    NO_SIZE);
        }
        engine.step();
    }

    private void lose() {
        account.connection(engine.nowNs, ConnectionStatus.CLOSED);
        engine.step();
    }

    private void resync(final List<Listed> orders) {
        account.connection(engine.nowNs, ConnectionStatus.RESYNCING);
        account.snapshot(engine.nowNs, engine.nowNs, engine.handler.position(0), 0, orders);
        engine.step();
    }

    private void ready() {
        account.connection(engine.nowNs, ConnectionStatus.READY);
        engine.step();
    }

    private void answerCancel(final EngineHarness.Command order, final ResponseKind kind) {
        account.response(engine.nowNs, CancelOrderDecoder.TEMPLATE_ID, kind, order.cloidLow(), oid, NO_SIZE);
        account.connection(engine.nowNs, ConnectionStatus.CLOSED);
        engine.step();
    }

    private void snapshot(final long venueNs, final long position) {
        account.snapshot(engine.nowNs, venueNs, position, PX, List.of());
        engine.step();
    }

    private void streamFill(final long venueNs, final long tid, final long sz) {
        account.fill(engine.nowNs, venueNs, false, Side.BID, 0, 0, 1, tid, PX, sz);
        engine.step();
    }

    private void queriedFill(final long venueNs, final long tid, final long sz) {
        account.fill(engine.nowNs, venueNs, true, Side.BID, 0, 0, 1, tid, PX, sz);
        engine.step();
    }

    private void update(final Side side, final long cloidLow, final OrderStatus status, final long remaining) {
        account.order(engine.nowNs, engine.nowNs, side, SESSION, cloidLow, ++oid, status, PX, remaining);
        engine.step();
    }

    private Listed listed(final EngineHarness.Command order) {
        return new Listed(order.side(), SESSION, order.cloidLow(), oid, order.px(), order.sz());
    }

    private long commands(final String kind) {
        return engine.commands.stream().filter(c -> c.kind().equals(kind)).count();
    }
}
