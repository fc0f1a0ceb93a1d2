package io.halfspread.app.sweep.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.console.Failure;
import io.halfspread.app.sweep.run.CoinOutcome;
import io.halfspread.app.sweep.space.Candidate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GoalTest {
    private static final Totals TOTALS = new Totals(
            new CoinOutcome.Profit(1_200_000_000L, -300_000_000L, 100_000_000L, 0),
            40,
            2,
            4000,
            500,
            600,
            2,
            50,
            0.4,
            Double.NaN);

    private static String refused(final Runnable reading) {
        return assertThrows(Failure.class, reading::run).getMessage();
    }

    @Test
    void shouldReadObjectives() {
        assertEquals(8, Objective.of("pnl").of(TOTALS));
        assertEquals(
                8 - 0.5 * 2 + 0.1 * 40,
                Objective.of("pnl - 0.5*drawdown + 0.1 * fills").of(TOTALS),
                1e-12);
        assertEquals(-50, Objective.of("-position_usd").of(TOTALS));
        assertEquals(4, Objective.of("pnl_per_drawdown").of(TOTALS));
        assertEquals(20, Objective.of("pnl_per_volume").of(TOTALS), 1e-9);
        assertTrue(Double.isNaN(Objective.of("markout_5s").of(TOTALS)));
    }

    @Test
    void shouldRefuseWhatIsNoObjective() {
        assertTrue(refused(() -> Objective.of("pln")).contains("the nearest known one is pnl"));
        assertTrue(refused(() -> Objective.of("pnl drawdown")).contains("from character 5 on"));
        assertTrue(refused(() -> Objective.of("")).contains("accepted: metrics with weights"));
        assertTrue(refused(() -> Objective.of("pnl - ")).contains("from character 5 on"));
        assertTrue(refused(() -> Objective.of("2pnl")).contains("from character 1 on"));
    }

    @Test
    void shouldMeasureByHowMuchConstraintsAreBroken() {
        assertEquals(0, Constraint.of("drawdown<=2").violation(TOTALS));
        assertEquals(1.0, Constraint.of("drawdown <= 1").violation(TOTALS));
        assertEquals(0.2, Constraint.of("fills>=50").violation(TOTALS), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, Constraint.of("markout_5s>=0").violation(TOTALS));
        assertEquals("drawdown<=2.5", Constraint.of("drawdown <= 2.5").toString());
        assertTrue(refused(() -> Constraint.of("drawdown<2")).contains("METRIC<=NUMBER"));
        assertTrue(refused(() -> Constraint.of("draw<=2")).contains("the nearest known one is "));
    }

    @Test
    void shouldRankEqualValuesByTheMeanOfTheirPlaces() {
        assertArrayEquals(new double[] {1, 2.5, 2.5, 4}, Ranks.of(9, 5, 5, 1));
        assertEquals(1, Ranks.correlation(Ranks.of(1, 2, 3), Ranks.of(10, 20, 90)), 1e-12);
        assertEquals(-1, Ranks.meanCorrelation(List.of(Ranks.of(1, 2, 3), Ranks.of(3, 2, 1))), 1e-12);
    }

    @Test
    void shouldFindTheFront() {
        final List<Candidate> candidates = List.of(
                Candidate.BASE, new Candidate(1, Map.of()), new Candidate(2, Map.of()), new Candidate(3, Map.of()));
        final List<Totals> totals = List.of(at(1, 5), at(2, 4), at(3, 9), at(1, 3));

        final ParetoFront front = ParetoFront.of(Metric.DRAWDOWN, candidates, totals);

        assertEquals(
                List.of(0L, 2L),
                front.front().stream().map(ParetoFront.Point::candidate).toList());
    }

    private static Totals at(final double drawdown, final long pnl) {
        return new Totals(
                new CoinOutcome.Profit(pnl * 100_000_000L, 0, 0, 0), 0, 0, 0, 0, 0, drawdown, 0, 0, Double.NaN);
    }
}
