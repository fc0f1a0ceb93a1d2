package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blends and old tables as policies, and what they lose. */
class PolicyKindsTest {
    private final HjbModel model = HjbModel.of(Models.alternativeCoin());
    private final HjbGrid grid = model.grid();
    private final HjbSolver solver = Models.solved(model);
    private final Policy best = solver.solution().policy();
    private final PolicyAudit audit = new PolicyAudit(solver);
    private final Policy policy = new Policy(grid);

    @ParameterizedTest
    @CsvSource({"0,10.607", "0.25,5.300", "0.5,2.164", "0.75,0.497", "1,0"})
    void shouldLoseLessTheMoreOfTheOptimumIsBlendedIn(final double weight, final double gapPct) {
        BlendPolicy.write(Models.heuristic(model, 10), best, weight, policy);

        audit.audit(solver.solution(), policy);

        assertEquals(gapPct, audit.gapPct(grid.reference()), 5.1e-4);
    }

    @ParameterizedTest
    @CsvSource({
        "0.8,0,0,false,0",
        "0.8,200,0,false,0.4",
        "1,1800,59999999999,false,0.9",
        "1,1800,60000000000,false,0",
        "1,1800,0,true,0"
    })
    void shouldWeighTheOptimumByWhatIsKnown(
            final double most, final long fills, final long ageNs, final boolean stale, final double weight) {
        assertEquals(weight, BlendPolicy.weight(most, fills, ageNs, stale), 1e-15);
    }

    @Test
    void shouldGiveTheSamePolicyBackWhenATableHasTheSameGrid() {
        table(best, grid).write(policy);

        audit.audit(solver.solution(), policy);

        assertEquals(0, audit.gapPct(grid.reference()), 1e-12);
        for (int s = 0; s < grid.states(); s++) {
            assertEquals(best.quotesBid(s), policy.quotesBid(s));
            assertEquals(best.quotesAsk(s), policy.quotesAsk(s));
            assertEquals(best.takerBuyPerS(s), policy.takerBuyPerS(s));
            assertTrue(!best.quotesBid(s) || Math.abs(best.bidOffsetBps(s) - policy.bidOffsetBps(s)) < 1e-10);
        }
    }

    @Test
    void shouldLoseWhatInterpolationLosesWhenATableIsCoarser() {
        final HjbModel coarse = model.with(HjbInput.M, 11);
        final TablePolicy old = table(Models.solved(coarse).solution().policy(), coarse.grid());

        old.write(policy);
        audit.audit(solver.solution(), policy);

        final double lost = audit.gapPct(grid.reference());
        assertTrue(lost > 1e-4 && lost < 5e-3, "" + lost);
    }

    @Test
    void shouldLoseSomethingWhenATableIsOfAnotherMarket() {
        final HjbModel before = model.with(HjbInput.AB, 0.4).with(HjbInput.PHI, 0.16);

        table(Models.solved(before).solution().policy(), grid).write(policy);
        audit.audit(solver.solution(), policy);

        assertTrue(audit.gapPct(grid.reference()) > 0.5);
        assertTrue(audit.stationaryGapPct() > 0.5);
    }

    @Test
    void shouldHoldTheEdgeOfATableWhenItIsSmaller() {
        final HjbModel small = model.with(HjbInput.Q, 5);
        final Policy inner = Models.solved(small).solution().policy();

        table(inner, small.grid()).write(policy);

        final int middle = (grid.signalNodes() - 1) / 2;
        final int beyond = grid.state(grid.nearestRow(9), middle);
        assertFalse(policy.quotesBid(beyond));
        assertEquals(inner.askOffsetBps(small.grid().state(10, middle)), policy.askOffsetBps(beyond));
    }

    @Test
    void shouldRefuseATableOfAnotherSize() {
        final double[] right = new double[grid.states()];
        final double[] wrong = new double[grid.states() - 1];

        final IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new TablePolicy(grid, right, right, wrong, right));

        assertTrue(refused.getMessage().contains("440"), refused.getMessage());
    }

    @Test
    void shouldChangeOnlyTheInputNamed() {
        final HjbModel changed = model.with(HjbInput.BETA, 0.7);

        final double[] expected = new double[HjbInput.values().length];
        final double[] actual = new double[expected.length];
        for (final HjbInput input : HjbInput.values()) {
            expected[input.ordinal()] = input == HjbInput.BETA ? 0.7 : model.value(input);
            actual[input.ordinal()] = changed.value(input);
        }
        assertArrayEquals(expected, actual);
        assertEquals(model, changed.with(HjbInput.BETA, 1.2));
        assertThrows(IllegalArgumentException.class, () -> model.with(HjbInput.AB, 0));
    }

    private static TablePolicy table(final Policy source, final HjbGrid states) {
        final double[][] tables = new double[4][states.states()];
        for (int i = 0; i < states.rows(); i++) {
            for (int j = 0; j < states.signalNodes(); j++) {
                final int s = states.state(i, j);
                final int at = i * states.signalNodes() + j;
                tables[0][at] = source.quotesBid(s) ? source.bidOffsetBps(s) : Double.NaN;
                tables[1][at] = source.quotesAsk(s) ? source.askOffsetBps(s) : Double.NaN;
                tables[2][at] = source.takerBuyPerS(s);
                tables[3][at] = source.takerSellPerS(s);
            }
        }
        return new TablePolicy(states, tables[0], tables[1], tables[2], tables[3]);
    }
}
