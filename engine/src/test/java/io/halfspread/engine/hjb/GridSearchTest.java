package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The closed form against searches that do not know it. */
class GridSearchTest {
    private static final double ROUNDING = 1e-12;

    static Stream<HjbModel> models() {
        return Stream.of(Models.symmetricWithoutSignal(), Models.alternativeCoin(), Models.largeCoin())
                .map(HjbModel::of);
    }

    @ParameterizedTest
    @MethodSource("models")
    void shouldComeOutLowerByNoMoreThanTheStepExplains(final HjbModel model) {
        final HjbSolver solver = Models.solved(model);
        final GridSearch search = new GridSearch(solver);
        final HjbGrid grid = model.grid();
        for (int i = 0; i < grid.rows(); i += 3) {
            final int node = i % grid.signalNodes();

            search.search(solver.solution(), i, node);

            final double deficit = search.closedFormValue() - search.value();
            assertTrue(deficit >= -ROUNDING && deficit <= search.bound() + ROUNDING, () -> "deficit " + deficit);
            final int s = grid.state(i, node);
            final Policy best = solver.solution().policy();
            assertEquals(best.quotesBid(s), !Double.isNaN(search.bidOffsetBps()));
            assertEquals(best.quotesAsk(s), !Double.isNaN(search.askOffsetBps()));
            assertEquals(best.takerBuyPerS(s), search.takerBuyPerS());
            assertEquals(best.takerSellPerS(s), search.takerSellPerS());
            if (best.quotesBid(s)) {
                assertEquals(best.bidOffsetBps(s), search.bidOffsetBps(), GridSearch.STEP_BPS);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2,6.058", "1,1.525", "0.5,0.388", "0.25,0.097"})
    void shouldLoseTheSquareOfTheStepWhenEveryStateIsRestrictedToIt(final double stepBps, final double loss) {
        final HjbModel model = HjbModel.of(Models.alternativeCoin());
        final HjbSolver solver = Models.solved(model);
        final PolicyAudit audit = new PolicyAudit(solver);
        final Policy restricted = new Policy(model.grid());
        restricted.copyFrom(solver.solution().policy());

        for (int i = 0; i < 4; i++) {
            audit.audit(solver.solution(), restricted);
            search(model, solver.evaluator().terms(), audit.value(), stepBps, restricted);
        }
        audit.audit(solver.solution(), restricted);

        assertEquals(loss, audit.gap(model.grid().reference()), 1e-3);
    }

    private static void search(
            final HjbModel model,
            final ModelTerms terms,
            final AnchoredValue value,
            final double stepBps,
            final Policy policy) {
        final Hamiltonian at = new Hamiltonian(terms, value);
        final HjbGrid grid = model.grid();
        for (int i = 0; i < grid.rows(); i++) {
            for (int j = 0; j < grid.signalNodes(); j++) {
                final int s = grid.state(i, j);
                at.at(i, j);
                policy.bid(s, false, 0);
                policy.ask(s, false, 0);
                double bestBid = 0;
                double bestAsk = 0;
                for (double d = model.limits().minOffsetBps();
                        d <= model.limits().maxOffsetBps();
                        d += stepBps) {
                    if (at.buys() && at.bid(d) > bestBid) {
                        bestBid = at.bid(d);
                        policy.bid(s, true, d);
                    }
                    if (at.sells() && at.ask(d) > bestAsk) {
                        bestAsk = at.ask(d);
                        policy.ask(s, true, d);
                    }
                }
                final double fastest = model.limits().maxTakerPerS();
                policy.takers(
                        s,
                        at.buys() && at.takerBuy(fastest) > 0 ? fastest : 0,
                        at.sells() && at.takerSell(fastest) > 0 ? fastest : 0);
            }
        }
    }
}
