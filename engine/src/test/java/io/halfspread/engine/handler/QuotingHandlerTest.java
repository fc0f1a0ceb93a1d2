package io.halfspread.engine.handler;

import static io.halfspread.engine.handler.EngineHarness.MS;
import static io.halfspread.engine.handler.EngineHarness.SECOND;
import static io.halfspread.engine.handler.EventWriter.d8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.engine.settings.QuotingSettings;
import io.halfspread.engine.settings.RiskLimits;
import org.junit.jupiter.api.Test;

class QuotingHandlerTest {
    private final EngineHarness engine = new EngineHarness();

    @Test
    void shouldPlaceBothSidesOnTheFirstBook() {
        engine.open().bbo(37.49, 37.51);

        final EngineHarness.Decision decision = engine.lastDecision();
        assertEquals(37.5, decision.mid(), 1e-12);
        assertEquals(d8(37.481), decision.bidPx());
        assertEquals(d8(37.519), decision.askPx());
        assertEquals(d8(37.481), engine.only("place", Side.BID).px());
        assertEquals(d8(0.3), engine.only("place", Side.ASK).sz());
        assertEquals(Tif.ALO, engine.only("place", Side.ASK).tif());
    }

    @Test
    void shouldLeaveAQuoteThatIsCloseEnough() {
        engine.open().bbo(37.49, 37.51).acknowledge().forget();

        engine.bbo(37.491, 37.511);

        assertTrue(engine.commands.isEmpty());
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().bidReason());
    }

    @Test
    void shouldModifyAQuoteThatIsOffAndGiveItANewId() {
        engine.open().bbo(37.49, 37.51).acknowledge();
        final long oldId = engine.only("place", Side.BID).cloidLow();
        engine.forget();

        engine.bbo(37.52, 37.54);

        assertEquals(oldId, engine.only("modify", Side.BID).targetCloidLow());
        assertNotEquals(oldId, engine.only("modify", Side.BID).cloidLow());
    }

    @Test
    void shouldWaitForTheVenueBeforeActingOnASideAgain() {
        engine.open().bbo(37.49, 37.51).forget();

        engine.bbo(37.52, 37.54);

        assertTrue(engine.commands.isEmpty());
        assertEquals(QuoteReason.AWAITING_ACK, engine.lastDecision().bidReason());
    }

    @Test
    void shouldSendWhatWaitedAsSoonAsTheVenueAnswers() {
        engine.open().bbo(37.49, 37.51);
        final EngineHarness.Command placed = engine.only("place", Side.BID);
        engine.bbo(37.52, 37.54).forget();

        engine.update(Side.BID, placed.cloidLow(), OrderStatus.OPEN, placed.px(), placed.sz());

        assertEquals(placed.cloidLow(), engine.only("modify", Side.BID).targetCloidLow());
    }

    @Test
    void shouldKeepTheOldOrderWhenItsReplacementIsRefused() {
        engine.open().bbo(37.49, 37.51).acknowledge().forget().bbo(37.52, 37.54);
        final EngineHarness.Command modify = engine.only("modify", Side.BID);
        engine.forget();

        engine.update(Side.BID, modify.targetCloidLow(), OrderStatus.CANCELED, 0, 0);
        engine.update(Side.BID, modify.cloidLow(), OrderStatus.REJECTED_POST_ONLY, modify.px(), modify.sz());

        assertEquals(
                1,
                engine.alerts.stream()
                        .filter(a -> a.code() == RiskCode.ORDER_REJECTED)
                        .count());
        assertEquals(modify.px(), engine.only("place", Side.BID).px());
    }

    @Test
    void shouldCountEachFillOnce() {
        engine.open().bbo(37.49, 37.51).acknowledge();
        final long id = engine.only("place", Side.BID).cloidLow();

        engine.fill(Side.BID, id, 37.481, 0.1);
        engine.in.fill(0, engine.nowNs, Side.BID, EngineHarness.SESSION, id, 1, 37.481, 0.1);
        engine.step();

        assertEquals(d8(0.1), engine.handler.position(0));
        assertEquals(1, engine.handler.fills(0));
        assertEquals(1, engine.handler.duplicateFills());
    }

    @Test
    void shouldTakeFeesFromTheConfiguredRateWhenTheFillHasNone() {
        engine.open().bbo(99.99, 100.01).acknowledge();
        final long id = engine.only("place", Side.BID).cloidLow();

        engine.fill(Side.BID, id, 100, 0.2);

        assertEquals(d8(20 * 0.00015), engine.handler.fees(0));
        assertEquals(-20 * 0.00015, engine.handler.pnlUsd(0), 1e-9);
    }

    @Test
    void shouldQuoteAgainAfterAFullFill() {
        engine.open().bbo(37.49, 37.51).acknowledge();
        final long id = engine.only("place", Side.BID).cloidLow();
        engine.forget();

        engine.fill(Side.BID, id, 37.481, 0.3);

        assertNotEquals(id, engine.only("place", Side.BID).cloidLow());
        assertTrue(engine.lastDecision().bidPx() < d8(37.481));
    }

    @Test
    void shouldPullQuotesWhenDataIsStaleAndReturnWithTheNextBook() {
        engine.open().bbo(37.49, 37.51).acknowledge().forget();

        engine.timer(2_999 * MS);
        assertTrue(engine.commands.isEmpty());
        engine.timer(1 * MS);

        assertEquals(QuoteReason.STALE_DATA, engine.lastDecision().bidReason());
        engine.only("cancel", Side.BID);
        engine.only("cancel", Side.ASK);
        assertEquals(RiskCode.STALE_DATA, engine.alerts.get(0).code());
        engine.acknowledge().forget().bbo(37.49, 37.51);
        engine.only("place", Side.BID);
    }

    @Test
    void shouldNameTheReasonWhenABookHasOneSideOrIsCrossed() {
        engine.open();

        engine.in.bbo(0, engine.nowNs, engine.nowNs, 37.49, 5, 0, 0);
        engine.step();
        assertEquals(QuoteReason.NO_BOOK, engine.lastDecision().askReason());
        engine.nowNs += MS;
        engine.in.bbo(0, engine.nowNs, engine.nowNs, 37.51, 5, 37.49, 5);
        engine.step();

        assertEquals(QuoteReason.CROSSED_BOOK, engine.lastDecision().bidReason());
        assertEquals(RiskCode.CROSSED_BOOK, engine.alerts.get(0).code());
        assertTrue(engine.commands.isEmpty());
    }

    @Test
    void shouldStopTheAddingSideAtThePositionLimit() {
        engine.open().bbo(99.99, 100.01).acknowledge();

        engine.fill(Side.BID, engine.only("place", Side.BID).cloidLow(), 99.95, 2.85);
        assertEquals(d8(0.15), engine.lastDecision().bidSz());
        engine.in.fill(0, engine.nowNs, Side.BID, 0, 0, 99, 99.95, 0.15);
        engine.step();

        assertEquals(QuoteReason.POSITION_LIMIT, engine.lastDecision().bidReason());
        assertEquals(d8(0.3), engine.lastDecision().askSz());
    }

    @Test
    void shouldNotQuoteBelowTheMinimumNotional() {
        engine.open().bbo(24.99, 25.01);

        assertEquals(QuoteReason.BELOW_MIN_NOTIONAL, engine.lastDecision().bidReason());
        assertTrue(engine.commands.isEmpty());
    }

    @Test
    void shouldKeepQuotesPostOnlyInAWideMarketWithATightSpread() {
        final QuotingSettings q = EngineHarness.quoting();
        engine.open(
                new QuotingSettings(
                        q.quoteSource(),
                        0,
                        0.1,
                        2,
                        10,
                        false,
                        q.orderSize(),
                        q.maxPosition(),
                        q.minNotional(),
                        false,
                        1,
                        100,
                        0,
                        0),
                EngineHarness.limits(),
                EngineHarness.session(BudgetMode.NONE, 0, Long.MIN_VALUE, 0));

        engine.bbo(37.5, 37.501);

        assertEquals(d8(37.5), engine.lastDecision().bidPx());
        assertEquals(d8(37.501), engine.lastDecision().askPx());
    }

    @Test
    void shouldKeepItsOwnPairApart() {
        final QuotingSettings q = EngineHarness.quoting();
        engine.open(
                new QuotingSettings(
                        q.quoteSource(),
                        0,
                        1e-7,
                        2,
                        10,
                        false,
                        q.orderSize(),
                        q.maxPosition(),
                        q.minNotional(),
                        false,
                        1,
                        100,
                        0,
                        0),
                EngineHarness.limits(),
                EngineHarness.session(BudgetMode.NONE, 0, Long.MIN_VALUE, 0));

        engine.bbo(37.498, 37.502);

        assertEquals(d8(37.499), engine.lastDecision().bidPx());
        assertEquals(d8(37.5), engine.lastDecision().askPx());
    }

    @Test
    void shouldApplyTheCollarAgainstTheOracle() {
        engine.open(
                EngineHarness.quoting(),
                new RiskLimits(Long.MIN_VALUE, 50, 3 * SECOND, 2 * SECOND),
                EngineHarness.session(BudgetMode.NONE, 0, Long.MIN_VALUE, 0));

        engine.in.oracle(0, engine.nowNs, 37.7);
        engine.bbo(37.49, 37.51);

        assertEquals(QuoteReason.PRICE_COLLAR, engine.lastDecision().bidReason());
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().askReason());
    }

    @Test
    void shouldApplyTheNotionalCap() {
        engine.open(
                EngineHarness.quoting(),
                new RiskLimits(d8(12), 0, 3 * SECOND, 2 * SECOND),
                EngineHarness.session(BudgetMode.NONE, 0, Long.MIN_VALUE, 0));

        engine.bbo(49.99, 50.01);

        assertEquals(d8(0.24), engine.lastDecision().bidSz());
    }

    @Test
    void shouldHoldOrdersBeyondTheRateAndSendThemInTheNextSecond() {
        engine.open(
                EngineHarness.quoting(),
                EngineHarness.limits(),
                EngineHarness.session(BudgetMode.NONE, 0, Long.MIN_VALUE, 1));

        engine.bbo(37.49, 37.51);
        assertEquals(1, engine.commands.size());
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().bidReason());
        engine.forget().timer(SECOND);

        engine.only("place", Side.ASK);
    }

    @Test
    void shouldStopAtTheDrawdownLimitUntilToldToRun() {
        engine.open(
                EngineHarness.quoting(), EngineHarness.limits(), EngineHarness.session(BudgetMode.NONE, 0, d8(0.5), 0));
        engine.bbo(99.99, 100.01).acknowledge();
        engine.fill(Side.BID, engine.only("place", Side.BID).cloidLow(), 100, 0.3)
                .acknowledge()
                .forget();

        engine.bbo(97.99, 98.01);

        assertEquals(QuoteReason.DRAWDOWN, engine.lastDecision().bidReason());
        assertTrue(engine.alerts.stream().anyMatch(a -> a.code() == RiskCode.DRAWDOWN));
        engine.acknowledge().in.mode(engine.nowNs, InstrumentState.ALL, TradingMode.RUN);
        engine.step();
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().askReason());
    }

    @Test
    void shouldQuoteOnlyWhatReducesInReduceMode() {
        engine.open().bbo(37.49, 37.51).acknowledge();
        engine.fill(Side.BID, engine.only("place", Side.BID).cloidLow(), 37.481, 0.3);

        engine.in.mode(engine.nowNs, InstrumentState.ALL, TradingMode.REDUCE);
        engine.step();

        assertEquals(QuoteReason.MODE_REDUCE, engine.lastDecision().bidReason());
        assertEquals(d8(0.3), engine.lastDecision().askSz());
    }

    @Test
    void shouldCancelInKillMode() {
        engine.open().bbo(37.49, 37.51).acknowledge().forget();

        engine.in.mode(engine.nowNs, InstrumentState.ALL, TradingMode.KILL);
        engine.step();

        engine.only("cancel", Side.BID);
        engine.only("cancel", Side.ASK);
        assertEquals(QuoteReason.MODE_KILL, engine.lastDecision().bidReason());
    }

    @Test
    void shouldPullItsBidBeforeItSellsUrgently() {
        final QuotingSettings q = EngineHarness.quoting();
        engine.open(
                new QuotingSettings(
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
                        1,
                        100,
                        0,
                        0),
                EngineHarness.limits(),
                EngineHarness.session(BudgetMode.NONE, 0, Long.MIN_VALUE, 0));
        engine.bbo(49.99, 50.01).acknowledge();
        engine.fill(Side.BID, engine.only("place", Side.BID).cloidLow(), 49.97, 2.7)
                .acknowledge();
        engine.bbo(49.99, 50.01).acknowledge().forget();

        for (int i = 0; i < 20 && engine.commands.isEmpty(); i++) {
            engine.timer(100 * MS);
        }
        engine.only("cancel", Side.BID);
        assertEquals(QuoteReason.TAKER_ACTIVE, engine.lastDecision().bidReason());
        assertFalse(engine.commands.stream().anyMatch(c -> c.tif() == Tif.IOC));
        engine.acknowledge();

        final EngineHarness.Command taker = engine.commands.stream()
                .filter(c -> c.tif() == Tif.IOC)
                .findFirst()
                .orElseThrow();
        assertEquals(Side.ASK, taker.side());
        assertTrue(taker.reduceOnly());
        assertTrue(taker.sz() <= d8(0.6));
        assertTrue(taker.px() >= d8(49.99 * 0.99) && taker.px() < d8(49.99));
    }

    @Test
    void shouldNotRecordADecisionForATakerThatTheRateHoldsBack() {
        final QuotingSettings q = EngineHarness.quoting();
        engine.open(
                new QuotingSettings(
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
                        1,
                        100,
                        0,
                        0),
                EngineHarness.limits(),
                EngineHarness.session(BudgetMode.NONE, 0, Long.MIN_VALUE, 1));
        engine.bbo(49.99, 50.01).acknowledge().forget();
        engine.in.fill(0, engine.nowNs, Side.BID, 0, 0, 99, 49.97, 2.7);
        engine.step();
        for (int i = 0;
                i < 40 && engine.commands.stream().noneMatch(c -> c.kind().equals("cancel"));
                i++) {
            engine.acknowledge().forget().timer(100 * MS);
        }
        engine.only("cancel", Side.BID);

        engine.acknowledge().forget().timer(100 * MS).timer(100 * MS);
        assertTrue(engine.commands.isEmpty() && engine.decisions.isEmpty());
        for (int i = 0; i < 40 && engine.commands.stream().noneMatch(c -> c.tif() == Tif.IOC); i++) {
            engine.acknowledge().forget().bbo(49.99, 50.01);
        }

        assertEquals(1, engine.commands.stream().filter(c -> c.tif() == Tif.IOC).count());
    }

    @Test
    void shouldWaitWhenTheBudgetIsShortAndSayWhy() {
        engine.open(
                EngineHarness.quoting(),
                EngineHarness.limits(),
                EngineHarness.session(BudgetMode.VENUE, 20, Long.MIN_VALUE, 0));
        boolean waited = false;
        for (int i = 0; i < 12; i++) {
            engine.forget().bbo(37.49 + 0.02 * i, 37.51 + 0.02 * i).acknowledge();
            waited |= engine.decisions.get(0).askReason() == QuoteReason.BUDGET_WAIT;
        }

        assertTrue(waited);
        assertTrue(engine.alerts.stream().noneMatch(a -> a.code() == RiskCode.ORDER_RATE));
        assertTrue(engine.handler.requestsLeft() >= 0);
    }

    @Test
    void shouldStepTheFilterOncePerVenueTime() {
        engine.open();
        engine.in.bbo(0, engine.nowNs, 1000, 37.49, 9, 37.51, 1);
        engine.step();
        final double once = engine.lastDecision().muHat();

        engine.in.bbo(0, engine.nowNs, 1000, 37.49, 9, 37.51, 1);
        engine.in.timer(engine.nowNs);
        engine.step();
        assertEquals(once, engine.lastDecision().muHat());
        engine.in.bbo(0, engine.nowNs, 1001, 37.49, 9, 37.51, 1);
        engine.step();

        assertEquals(0.1 * (0.8 / (1 + engine.lastDecision().spreadBps() / 100)), once, 1e-15);
        assertTrue(engine.lastDecision().muHat() > once);
    }

    @Test
    void shouldAlertOnceWhenTheVenueDoesNotAnswer() {
        engine.open().bbo(37.49, 37.51);

        engine.timer(2 * SECOND).timer(100 * MS);

        assertEquals(
                2,
                engine.alerts.stream()
                        .filter(a -> a.code() == RiskCode.ACK_TIMEOUT)
                        .count());
    }

    @Test
    void shouldCarryTheParameterVersionOnEveryOutputAfterAnUpdate() {
        engine.open().bbo(37.49, 37.51).acknowledge();

        engine.in.params(engine.nowNs, 2, 1.5);
        engine.bbo(37.49, 37.52);

        assertEquals(2, engine.lastDecision().paramsVersion());
    }

    @Test
    void shouldSayThatHjbHasNoPolicyAndQuoteTheHeuristic() {
        final QuotingSettings q = EngineHarness.quoting();
        engine.open(
                new QuotingSettings(
                        QuoteSource.HJB,
                        0,
                        5,
                        2,
                        10,
                        false,
                        q.orderSize(),
                        q.maxPosition(),
                        q.minNotional(),
                        false,
                        1,
                        100,
                        0,
                        0),
                EngineHarness.limits(),
                EngineHarness.session(BudgetMode.NONE, 0, Long.MIN_VALUE, 0));

        engine.bbo(37.49, 37.51);

        assertEquals(QuoteReason.POLICY_ABSENT, engine.lastDecision().bidReason());
        assertEquals(d8(37.481), engine.lastDecision().bidPx());
    }
}
