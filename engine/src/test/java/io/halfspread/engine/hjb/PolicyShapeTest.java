package io.halfspread.engine.hjb;

import static io.halfspread.engine.hjb.Models.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Symmetry, monotonicity, and the rise of the gain from iteration to iteration. */
class PolicyShapeTest {
    private static final double TOLERANCE_BPS = 1e-10;

    static Stream<HjbModel> models() {
        return Stream.of(Models.symmetricWithoutSignal(), Models.alternativeCoin(), Models.largeCoin())
                .map(HjbModel::of)
                .flatMap(model -> Stream.of(model, model.ergodic()));
    }

    @Test
    void shouldMirrorWhenTheMarketIsSymmetric() {
        final Map<HjbInput, Double> inputs = with(Models.alternativeCoin(), HjbInput.F, 0);
        final HjbModel model = HjbModel.of(inputs);
        final HjbGrid grid = model.grid();

        final HjbSolution solution = Models.solved(model).solution();

        for (int i = 0; i < grid.rows(); i++) {
            for (int j = 0; j < grid.signalNodes(); j++) {
                final int s = grid.state(i, j);
                final int mirrored = grid.state(grid.rows() - 1 - i, grid.signalNodes() - 1 - j);
                assertEquals(solution.value().relative(s), solution.value().relative(mirrored), 1e-9);
                assertEquals(solution.policy().quotesBid(s), solution.policy().quotesAsk(mirrored));
                assertEquals(
                        solution.policy().bidOffsetBps(s), solution.policy().askOffsetBps(mirrored), 1e-9);
                assertEquals(
                        solution.policy().takerBuyPerS(s), solution.policy().takerSellPerS(mirrored));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void shouldLeanAgainstInventoryAndWithTheSignal(final HjbModel model) {
        final HjbGrid grid = model.grid();

        final Policy policy = Models.solved(model).solution().policy();

        for (int i = 0; i < grid.rows(); i++) {
            for (int j = 0; j < grid.signalNodes(); j++) {
                final int s = grid.state(i, j);
                assertTrue(policy.takerBuyPerS(s) == 0 || policy.takerSellPerS(s) == 0);
                if (i + 1 < grid.rows()) {
                    assertOrdered(policy, s, grid.state(i + 1, j));
                }
                if (j + 1 < grid.signalNodes()) {
                    assertOrdered(policy, grid.state(i, j + 1), s);
                }
            }
        }
    }

    /** The second state is one in which we would rather sell. */
    private static void assertOrdered(final Policy policy, final int buying, final int selling) {
        assertTrue(bid(policy, selling) >= bid(policy, buying) - TOLERANCE_BPS);
        assertTrue(ask(policy, selling) <= ask(policy, buying) + TOLERANCE_BPS);
        assertTrue(policy.takerSellPerS(selling) >= policy.takerSellPerS(buying));
        assertTrue(policy.takerBuyPerS(selling) <= policy.takerBuyPerS(buying));
    }

    private static double bid(final Policy policy, final int s) {
        return policy.quotesBid(s) ? policy.bidOffsetBps(s) : Double.MAX_VALUE;
    }

    private static double ask(final Policy policy, final int s) {
        return policy.quotesAsk(s) ? policy.askOffsetBps(s) : Double.MAX_VALUE;
    }

    @ParameterizedTest
    @MethodSource("models")
    void shouldRaiseTheGainWithEachIteration(final HjbModel model) {
        final HjbSolution solution = Models.solved(model).solution();

        for (int i = 1; i < solution.iterations(); i++) {
            assertTrue(solution.gain(i) >= solution.gain(i - 1) - 1e-13);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void shouldNeedFewerIterationsWhenWarm(final HjbModel model) {
        final HjbSolver solver = Models.solved(model);
        final FillRates fills = model.fills();
        final FillRates moved = new FillRates(
                fills.bidRatePerS() * 1.03,
                fills.askRatePerS() * 1.03,
                fills.bidDecayPerBps() * 1.02,
                fills.askDecayPerBps() * 1.02);
        final HjbModel next =
                new HjbModel(model.grid(), model.signal(), moved, model.costs(), model.limits(), model.objective());

        solver.solve(next, HjbSolver.TRADING_TOLERANCE_BPS);

        final double exact = Models.solved(next).solution().value().gain();
        assertTrue(
                solver.solution().iterations() <= 3,
                () -> "took " + solver.solution().iterations());
        assertEquals(exact, solver.solution().value().gain(), 1e-9 * Math.abs(exact));
    }
}
