package io.halfspread.engine.handler;

import static io.halfspread.engine.handler.EngineHarness.MS;
import static io.halfspread.engine.handler.EngineHarness.SECOND;
import static io.halfspread.engine.handler.EventWriter.d8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.ActionResponseEncoder;
import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.engine.settings.QuotingSettings;
import io.halfspread.engine.settings.RiskLimits;
import io.halfspread.engine.settings.SafetyLimits;
import io.halfspread.engine.settings.StreamSilence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every limit at its value, one step below and one above; the best bid is 99.99 and the best ask 100.01. */
class LimitBoundariesTest {
    private static final long NONE = Long.MIN_VALUE;
    private static final long UNKNOWN_ORDER = 999;
    private static final String UPGRADE =
            "Only post-only orders allowed immediately after a network upgrade. asset=159";

    private final EngineHarness engine = new EngineHarness();
    private final AccountInputs account = new AccountInputs(engine.inputs);

    @ParameterizedTest
    @CsvSource({"2.70, QUOTED, 0.3, 0", "2.71, QUOTED, 0.29, 0", "3.0, POSITION_LIMIT, , 0", "3.01, POSITION_LIMIT, , 1"
    })
    void shouldKeepToThePosition(final double position, final QuoteReason reason, final Double size, final int alerts) {
        engine.open().bbo(99.99, 100.01).acknowledge().fill(Side.BID, UNKNOWN_ORDER, 100, position);

        assertEquals(reason, engine.lastDecision().bidReason());
        assertEquals(size == null ? NONE : d8(size), engine.lastDecision().bidSz());
        assertEquals(alerts, engine.alerts(RiskCode.POSITION_LIMIT));
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().askReason());
    }

    @ParameterizedTest
    @CsvSource({"0.8, QUOTED, 0.2, 0", "1.0, NOTIONAL_LIMIT, , 0", "1.01, NOTIONAL_LIMIT, , 1"})
    void shouldKeepToTheNotional(final double position, final QuoteReason reason, final Double size, final int alerts) {
        open(new RiskLimits(d8(100), 0, 3 * SECOND, 2 * SECOND), SafetyLimits.DEFAULTS);
        engine.bbo(99.99, 100.01).acknowledge().fill(Side.BID, UNKNOWN_ORDER, 100, position);

        assertEquals(reason, engine.lastDecision().bidReason());
        assertEquals(size == null ? NONE : d8(size), engine.lastDecision().bidSz());
        assertEquals(alerts, engine.alerts(RiskCode.NOTIONAL_LIMIT));
    }

    @ParameterizedTest
    @CsvSource({"30.02, QUOTED, 0", "30.015, QUOTED, 0", "30.01499999, ORDER_SIZE, 1"})
    void shouldKeepToTheValueOfAnOrder(final double limit, final QuoteReason ask, final int alerts) {
        engine.open(orderUsd(limit)).bbo(99.99, 100.01).bbo(99.99, 100.01);

        assertEquals(ask, engine.lastDecision().askReason());
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().bidReason());
        assertEquals(alerts, engine.alerts(RiskCode.ORDER_SIZE));
    }

    @Test
    void shouldKeepTakersToTheValueOfAnOrder() {
        openWithTakers(orderUsd(11));
        urgent();

        final EngineHarness.Command taker = taker();

        assertEquals(d8(0.1), taker.sz());
    }

    @ParameterizedTest
    @CsvSource({"5.01, QUOTED, 0", "5, QUOTED, 0", "4.99, PRICE_COLLAR, 1"})
    void shouldKeepPricesNearTheMid(final double collar, final QuoteReason reason, final int alerts) {
        open(new RiskLimits(NONE, collar, 3 * SECOND, 2 * SECOND), SafetyLimits.DEFAULTS);
        engine.bbo(99.99, 100.01).bbo(99.99, 100.01);

        assertEquals(reason, engine.lastDecision().bidReason());
        assertEquals(reason, engine.lastDecision().askReason());
        assertEquals(alerts, engine.alerts(RiskCode.PRICE_COLLAR));
    }

    @ParameterizedTest
    @CsvSource({"50.1, QUOTED, 0", "50, QUOTED, 0", "49.9, PRICE_COLLAR, 1"})
    void shouldKeepPricesNearTheOracle(final double collar, final QuoteReason reason, final int alerts) {
        open(new RiskLimits(NONE, collar, 3 * SECOND, 2 * SECOND), SafetyLimits.DEFAULTS);
        engine.in.oracle(0, engine.nowNs, 100.05 / 1.005);
        engine.bbo(99.99, 100.01).bbo(99.99, 100.01);

        assertEquals(reason, engine.lastDecision().askReason());
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().bidReason());
        assertEquals(alerts, engine.alerts(RiskCode.PRICE_COLLAR));
    }

    @Test
    void shouldNotSendATakerBeyondTheCollar() {
        final QuotingSettings takers = takers();
        engine.open(
                takers,
                new RiskLimits(NONE, 60, 3 * SECOND, 2 * SECOND),
                EngineHarness.session(BudgetMode.NONE, 0, 0, SafetyLimits.DEFAULTS));
        urgent();

        assertEquals(0, engine.commands.stream().filter(c -> c.tif() == Tif.IOC).count());
        assertTrue(engine.alerts(RiskCode.PRICE_COLLAR) >= 1);
    }

    @ParameterizedTest
    @CsvSource({"5, 2, 0", "4, 2, 0", "3, 1, 1"})
    void shouldKeepToTheOrderRate(final int limit, final int modifies, final int alerts) {
        engine.open(
                EngineHarness.quoting(),
                EngineHarness.limits(),
                EngineHarness.session(BudgetMode.NONE, 0, limit, SafetyLimits.DEFAULTS));
        engine.bbo(99.99, 100.01).acknowledge().forget();

        engine.bbo(100.09, 100.11);

        assertEquals(modifies, engine.count("modify"));
        assertEquals(alerts, engine.alerts(RiskCode.ORDER_RATE));
        engine.acknowledge().forget().timer(SECOND);
        assertEquals(2 - modifies, engine.count("modify"));
    }

    @ParameterizedTest
    @CsvSource({"5, 2, 0", "4, 2, 0", "3, 1, 1", "2, 0, 1"})
    void shouldRepeatRefusedCancelsWithinTheirRateOnly(final int limit, final int repeated, final int alerts) {
        engine.open(cancelRate(limit)).bbo(99.99, 100.01).acknowledge();
        final long bid = engine.only("place", Side.BID).cloidLow();
        final long ask = engine.only("place", Side.ASK).cloidLow();
        engine.forget().in.mode(engine.nowNs, InstrumentState.ALL, TradingMode.PAUSE);
        engine.step();
        assertEquals(2, engine.count("cancel"));

        engine.forget();
        refuseCancel(bid);
        refuseCancel(ask);

        assertEquals(repeated, engine.count("cancel"));
        assertEquals(alerts, engine.alerts(RiskCode.CANCEL_RATE));
        engine.timer(SECOND);
        assertEquals(2, engine.count("cancel"));
    }

    @Test
    void shouldAskForLargerMovesAndSayItWhenTheRunwayIsShort() {
        engine.open(
                EngineHarness.quoting(),
                EngineHarness.limits(),
                EngineHarness.session(BudgetMode.VENUE, 10_000, 0, runway(24)));
        for (int i = 0; i < 70; i++) {
            engine.nowNs += SECOND;
            engine.bbo(99.99 + i % 2 / 10.0, 100.01 + i % 2 / 10.0).acknowledge();
            engine.commands.clear();
        }

        assertEquals(1, engine.alerts(RiskCode.BUDGET_RUNWAY));
        assertTrue(engine.decisions.stream().anyMatch(d -> d.bidReason() == QuoteReason.BUDGET_WAIT));
    }

    @ParameterizedTest
    @CsvSource({"90.0001, QUOTED, 0", "90, DAILY_LOSS, 1", "89.9999, DAILY_LOSS, 1"})
    void shouldStopForTheDayAtItsLoss(final double mid, final QuoteReason reason, final int alerts) {
        engine.open(dailyLoss(10, 0)).bbo(99.99, 100.01).acknowledge();
        account.fill(engine.nowNs, engine.nowNs, false, Side.BID, 0, UNKNOWN_ORDER, 5, 6, d8(100), d8(1));
        engine.step();

        settle(mid);

        assertEquals(reason, engine.lastDecision().askReason());
        assertEquals(alerts, engine.alerts(RiskCode.DAILY_LOSS));
        engine.nowNs += 86_400 * SECOND;
        settle(mid);
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().askReason());
    }

    @Test
    void shouldCountALossFromTheStartOfTheSessionNotFromTheEntryOfItsPosition() {
        engine.open(dailyLoss(10, -4));
        account.snapshot(engine.nowNs, engine.nowNs, d8(1), d8(150), List.of());
        engine.step();
        settle(100);
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().askReason());

        settle(94.01);
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().askReason());
        settle(93.99);

        assertEquals(QuoteReason.DAILY_LOSS, engine.lastDecision().askReason());
    }

    @ParameterizedTest
    @CsvSource({"2999, QUOTED, 0", "3000, STALE_STREAM, 1", "3001, STALE_STREAM, 1"})
    void shouldMissTheClockOfTheData(final long silenceMs, final QuoteReason reason, final int alerts) {
        engine.open();
        fastBook();
        final long heardNs = engine.nowNs;
        engine.bbo(99.99, 100.01).nowNs = heardNs + silenceMs * MS - 70 * MS;
        engine.bbo(99.99, 100.01).timer(0);

        assertEquals(reason, engine.lastDecision().bidReason());
        assertEquals(alerts, engine.alerts(RiskCode.STALE_FAST_BOOK));
        fastBook();
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().bidReason());
    }

    @Test
    void shouldMissEachStreamThatHasALimit() {
        engine.open(silence(new StreamSilence(2 * SECOND, 0, 2 * SECOND, 2 * SECOND)));
        engine.bbo(99.99, 100.01);
        engine.in.book(0, engine.nowNs, engine.nowNs, false, new double[] {99.99, 5}, new double[] {100.01, 5});
        engine.in.oracle(0, engine.nowNs, 100);
        engine.step().timer(2 * SECOND);
        engine.timer(0).timer(0).timer(0);

        assertEquals(1, engine.alerts(RiskCode.STALE_BBO));
        assertEquals(1, engine.alerts(RiskCode.STALE_DEEP_BOOK));
        assertEquals(1, engine.alerts(RiskCode.STALE_CONTEXT));
    }

    @ParameterizedTest
    @CsvSource({"9999, 0", "10000, 1", "10001, 1"})
    void shouldReplaceAnOrderThatIsTooOld(final long ageMs, final int cancels) {
        engine.open(orderAge(10 * SECOND)).bbo(99.99, 100.01);
        final long placedNs = engine.nowNs;
        engine.acknowledge().forget();
        for (int i = 0; i < 9; i++) {
            engine.nowNs = placedNs + i * SECOND;
            engine.bbo(99.99, 100.01);
        }
        engine.nowNs = placedNs + ageMs * MS;
        engine.timer(0);

        assertEquals(2 * cancels, engine.count("cancel"));
        assertEquals(cancels, engine.alerts(RiskCode.ORDER_AGE));
        if (cancels > 0) {
            engine.acknowledge();
            assertEquals(2, engine.count("place"));
            assertEquals(QuoteReason.QUOTED, engine.lastDecision().bidReason());
        }
    }

    @ParameterizedTest
    @CsvSource({"100.000, QUOTED, 0", "99.99, CROSSED_BOOK, 1", "99.989, CROSSED_BOOK, 1"})
    void shouldNotQuoteInALockedOrCrossedBook(final double ask, final QuoteReason reason, final int alerts) {
        engine.open();
        engine.in.book(0, engine.nowNs, engine.nowNs, true, new double[] {99.99, 5}, new double[] {ask, 5});
        engine.step();

        assertEquals(reason == QuoteReason.QUOTED, engine.lastDecision().bidReason() != QuoteReason.CROSSED_BOOK);
        assertEquals(alerts, engine.alerts(RiskCode.CROSSED_BOOK));
    }

    @Test
    void shouldSendNoTakersWhileTheVenueTakesPostOnlyOrdersOnly() {
        openWithTakers(SafetyLimits.DEFAULTS);
        urgent();
        refuse(taker(), UPGRADE);
        final long refusedNs = engine.nowNs;
        assertEquals(1, engine.alerts(RiskCode.VENUE_POST_ONLY));
        engine.forget();

        while (engine.nowNs < refusedNs + 10 * SECOND - 200 * MS) {
            engine.bbo(99.99, 100.01).acknowledge();
            assertEquals(0, takers(engine.commands));
            engine.commands.clear();
        }
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().askReason());
        for (int i = 0; i < 40 && takers(engine.commands) == 0; i++) {
            engine.bbo(99.99, 100.01).acknowledge();
        }
        assertEquals(1, takers(engine.commands));
    }

    @Test
    void shouldNotTakeARefusedPostOnlyOrderForARestriction() {
        openWithTakers(SafetyLimits.DEFAULTS);
        engine.bbo(99.99, 100.01);
        refuse(engine.only("place", Side.BID), "Post only order would have immediately matched, bbo was 99.9@99.95.");

        assertEquals(0, engine.alerts(RiskCode.VENUE_POST_ONLY));
        urgent();
        refuse(taker(), "Order could not immediately match against any resting orders. asset=159");
        assertEquals(0, engine.alerts(RiskCode.VENUE_POST_ONLY));
    }

    @ParameterizedTest
    @CsvSource({"4999, QUOTED, 0", "5000, QUOTED, 0", "5001, CLOCK_SKEW, 1"})
    void shouldNotQuoteWhenTheVenuesClockIsAhead(final long aheadMs, final QuoteReason reason, final int alerts) {
        engine.open().bbo(99.99, 100.01);
        engine.nowNs += 70 * MS;
        engine.in.bbo(0, engine.nowNs, engine.nowNs + aheadMs * MS, 99.99, 5, 100.01, 5);
        engine.step();

        assertEquals(reason, engine.lastDecision().bidReason());
        assertEquals(alerts, engine.alerts(RiskCode.CLOCK_SKEW));
        engine.nowNs += 6 * SECOND;
        engine.bbo(99.99, 100.01);
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().bidReason());
    }

    private void open(final RiskLimits limits, final SafetyLimits safety) {
        engine.open(EngineHarness.quoting(), limits, EngineHarness.session(BudgetMode.NONE, 0, 0, safety));
    }

    private void openWithTakers(final SafetyLimits safety) {
        engine.open(takers(), EngineHarness.limits(), EngineHarness.session(BudgetMode.NONE, 0, 0, safety));
    }

    /** Holds more than the threshold and lets the taker's rate accrue until it wants to sell, with no bid in its way. */
    private void urgent() {
        engine.bbo(99.99, 100.01).acknowledge();
        engine.fill(Side.BID, UNKNOWN_ORDER, 100, 2.7).acknowledge();
        for (int i = 0; i < 30 && takers(engine.commands) == 0; i++) {
            engine.commands.clear();
            engine.bbo(99.99, 100.01).acknowledge();
        }
    }

    /** Moves the market and lets the quotes follow. */
    private void settle(final double mid) {
        for (int i = 0; i < 3; i++) {
            engine.commands.clear();
            engine.bbo(mid - 0.01, mid + 0.01).acknowledge();
        }
    }

    private EngineHarness.Command taker() {
        return engine.commands.stream()
                .filter(command -> command.tif() == Tif.IOC)
                .findFirst()
                .orElseThrow();
    }

    private static long takers(final List<EngineHarness.Command> commands) {
        return commands.stream().filter(command -> command.tif() == Tif.IOC).count();
    }

    private void fastBook() {
        engine.nowNs += 70 * MS;
        engine.in.book(0, engine.nowNs, engine.nowNs, true, new double[] {99.99, 5}, new double[] {100.01, 5});
        engine.step();
    }

    private void refuse(final EngineHarness.Command order, final String text) {
        account.response(
                engine.nowNs,
                PlaceOrderDecoder.TEMPLATE_ID,
                ResponseKind.ERROR,
                order.cloidLow(),
                ActionResponseEncoder.oidNullValue(),
                ActionResponseEncoder.totalSzNullValue(),
                text);
        engine.step();
    }

    private void refuseCancel(final long cloidLow) {
        account.response(
                engine.nowNs,
                CancelOrderDecoder.TEMPLATE_ID,
                ResponseKind.ERROR,
                cloidLow,
                ActionResponseEncoder.oidNullValue(),
                ActionResponseEncoder.totalSzNullValue());
        engine.step();
    }

    private static QuotingSettings takers() {
        final QuotingSettings q = EngineHarness.quoting();
        return new QuotingSettings(
                QuoteSource.HEURISTIC,
                0,
                5,
                2,
                10,
                false,
                q.orderSize(),
                q.maxPosition(),
                q.minNotional(),
                true,
                5,
                100,
                0,
                0);
    }

    private static SafetyLimits orderUsd(final double usd) {
        return limits(d8(usd), NONE, 0, 20, 0, SafetyLimits.DEFAULTS.silence(), 0);
    }

    private static SafetyLimits dailyLoss(final double usd, final double carried) {
        return limits(NONE, d8(usd), d8(carried), 20, 0, SafetyLimits.DEFAULTS.silence(), 0);
    }

    private static SafetyLimits cancelRate(final int perSecond) {
        return limits(NONE, NONE, 0, perSecond, 0, SafetyLimits.DEFAULTS.silence(), 0);
    }

    private static SafetyLimits runway(final double hours) {
        return limits(NONE, NONE, 0, 20, hours, SafetyLimits.DEFAULTS.silence(), 0);
    }

    private static SafetyLimits silence(final StreamSilence silence) {
        return limits(NONE, NONE, 0, 20, 0, silence, 0);
    }

    private static SafetyLimits orderAge(final long ageNs) {
        return limits(NONE, NONE, 0, 20, 0, SafetyLimits.DEFAULTS.silence(), ageNs);
    }

    private static SafetyLimits limits(
            final long orderUsd,
            final long dailyLoss,
            final long carried,
            final int cancels,
            final double runway,
            final StreamSilence silence,
            final long ageNs) {
        return new SafetyLimits(
                orderUsd,
                dailyLoss,
                carried,
                cancels,
                runway,
                silence,
                ageNs,
                SafetyLimits.DEFAULTS.maxClockSkewNs(),
                SafetyLimits.DEFAULTS.postOnlyHoldNs());
    }
}
