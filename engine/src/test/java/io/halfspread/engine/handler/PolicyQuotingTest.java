package io.halfspread.engine.handler;

import static io.halfspread.engine.handler.EngineHarness.SECOND;
import static io.halfspread.engine.handler.EventWriter.d8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.Side;
import org.junit.jupiter.api.Test;

/** Quotes by policy tables: the ladder of sources, the mean of two, takers, damage; limits come last whatever the source. */
class PolicyQuotingTest {
    private static final long LOT = d8(0.3);

    private final EngineHarness engine = new EngineHarness();
    private final PolicyWriter policies = new PolicyWriter(engine.inputs);
    private long bidCloid;

    @Test
    void shouldQuoteByTheTableWhenItIsFresh() {
        open(QuoteSource.HJB, 0.5, false);

        table(1, 12, 8, 0);

        final EngineHarness.Decision decision = engine.lastDecision();
        assertEquals(QuoteSource.HJB, decision.source());
        assertEquals(QuoteReason.QUOTED, decision.bidReason());
        assertEquals(12, decision.bidOffsetBps(), 1e-12);
        assertEquals(8, decision.askOffsetBps(), 1e-12);
        assertEquals(1, decision.policyVersion());
    }

    @Test
    void shouldQuoteByTheHeuristicUntilThereIsATable() {
        open(QuoteSource.HJB, 0.5, false);

        engine.bbo(49.99, 50.01);

        assertEquals(QuoteReason.POLICY_ABSENT, engine.lastDecision().bidReason());
        assertEquals(QuoteSource.HEURISTIC, engine.lastDecision().source());
        assertEquals(5, engine.lastDecision().bidOffsetBps(), 1e-9);
    }

    @Test
    void shouldFallBackStepByStepWhenTablesStopComing() {
        open(QuoteSource.HJB, 0.5, false);
        table(1, 12, 8, 0);

        later(15.5);
        assertEquals(QuoteReason.POLICY_AGED, engine.lastDecision().bidReason());
        assertEquals(12, engine.lastDecision().bidOffsetBps(), 1e-12);

        later(45);
        assertEquals(QuoteReason.POLICY_STALE, engine.lastDecision().bidReason());
        assertEquals(QuoteSource.HEURISTIC, engine.lastDecision().source());
        assertEquals(5, engine.lastDecision().bidOffsetBps(), 1e-9);

        table(2, 12, 8, 0);
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().bidReason());
        assertEquals(2, engine.lastDecision().policyVersion());
    }

    @Test
    void shouldQuoteTheWeightedMeanWhenBlending() {
        open(QuoteSource.BLEND, 0.25, false);

        table(1, 13, 9, 0);

        assertEquals(QuoteSource.BLEND, engine.lastDecision().source());
        assertEquals(0.75 * 5 + 0.25 * 13, engine.lastDecision().bidOffsetBps(), 1e-9);
        assertEquals(0.75 * 5 + 0.25 * 9, engine.lastDecision().askOffsetBps(), 1e-9);
    }

    @Test
    void shouldLeaveTheHeuristicAloneWhenTheModelDeservesNoWeight() {
        open(QuoteSource.BLEND, 0.5, false);

        policies.rows(engine.nowNs, 1, PolicyWriter.ROWS, 13, 9, 0);
        policies.commit(engine.nowNs, 1, LOT, 0, 0);
        engine.step();

        assertEquals(QuoteReason.POLICY_STALE, engine.lastDecision().bidReason());
        assertEquals(5, engine.lastDecision().bidOffsetBps(), 1e-9);
    }

    @Test
    void shouldNotLookAtTablesWhenTheHeuristicQuotes() {
        open(QuoteSource.HEURISTIC, 0.5, false);
        final int before = engine.decisions.size();

        table(1, 12, 8, 0);

        assertEquals(before, engine.decisions.size());
        engine.bbo(49.98, 50.02);
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().bidReason());
        assertEquals(5, engine.lastDecision().bidOffsetBps(), 1e-9);
    }

    @Test
    void shouldNotQuoteASideThatTheTableLeavesOut() {
        open(QuoteSource.HJB, 0.5, false);

        table(1, Double.NaN, 8, 0);

        assertEquals(QuoteReason.POLICY_NO_QUOTE, engine.lastDecision().bidReason());
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().askReason());
    }

    @Test
    void shouldStayPostOnlyWhenTheTableWantsToCross() {
        open(QuoteSource.HJB, 0.5, false);

        table(1, -20, 8, 0);

        assertEquals(QuoteReason.POST_ONLY_HELD, engine.lastDecision().bidReason());
        assertTrue(engine.lastDecision().bidPx() < d8(50.01));
    }

    @Test
    void shouldKeepTheTableBeforeWhenANewOneIsIncompleteOrDamaged() {
        open(QuoteSource.HJB, 0.5, false);
        table(1, 12, 8, 0);
        engine.forget();

        policies.rows(engine.nowNs, 2, PolicyWriter.ROWS - 1, 13, 9, 0);
        policies.commit(engine.nowNs, 2, LOT, 0, 1);
        policies.rows(engine.nowNs, 3, PolicyWriter.ROWS, 13, 9, 0);
        policies.commit(engine.nowNs, 3, LOT, 1, 1);
        engine.step();

        assertEquals(2, engine.alerts.size());
        assertEquals(RiskCode.POLICY_REFUSED, engine.alerts.get(0).code());
        assertEquals((PolicyWriter.ROWS - 1) * 3.0, engine.alerts.get(0).observed());
        engine.bbo(49.98, 50.02);
        assertEquals(12, engine.lastDecision().bidOffsetBps(), 1e-12);
        assertEquals(1, engine.lastDecision().policyVersion());
    }

    @Test
    void shouldSendATakerOnlyWhenTwoEvaluationsInARowAgree() {
        open(QuoteSource.HJB, 0.5, true);
        engine.fill(Side.BID, bidCloid, 49.97, 0.3);
        settle();
        table(1, 12, 8, 1);
        assertEquals(0, engine.lastDecision().takerSellRate());

        engine.bbo(49.98, 50.02);
        assertEquals(1, engine.lastDecision().takerSellRate());

        table(2, 12, 8, 0);
        assertEquals(0, engine.lastDecision().takerSellRate());
        table(3, 12, 8, 1);
        assertEquals(0, engine.lastDecision().takerSellRate());
    }

    private void open(final QuoteSource source, final double weight, final boolean takers) {
        engine.open(
                EngineHarness.quoting(source, weight, takers),
                EngineHarness.limits(),
                EngineHarness.session(BudgetMode.NONE, 0, Long.MIN_VALUE, 0));
        engine.bbo(49.99, 50.01);
        bidCloid = engine.only("place", Side.BID).cloidLow();
        settle();
    }

    private void settle() {
        engine.acknowledge();
        engine.commands.clear();
    }

    private void table(final int version, final double bidBps, final double askBps, final float sellRate) {
        policies.rows(engine.nowNs, version, PolicyWriter.ROWS, bidBps, askBps, sellRate);
        policies.commit(engine.nowNs, version, LOT, 0, 1);
        engine.step();
        settle();
    }

    /** Time passes with a book that is alive. */
    private void later(final double seconds) {
        engine.nowNs += (long) (seconds * SECOND);
        engine.bbo(49.99 - engine.decisions.size() * 0.01 % 0.02, 50.01);
        settle();
    }
}
