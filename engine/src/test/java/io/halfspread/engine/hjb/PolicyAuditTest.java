package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No policy is worth more than the optimum, and the loss splits exactly. */
class PolicyAuditTest {
    private static final int POLICIES = 500;

    static Stream<HjbModel> models() {
        return Stream.of(Models.symmetricWithoutSignal(), Models.alternativeCoin(), Models.largeCoin())
                .map(HjbModel::of)
                .flatMap(model -> Stream.of(model, model.ergodic()));
    }

    @Test
    void shouldNeverFindAPolicyWorthMoreThanTheOptimum() {
        final HjbModel model = HjbModel.of(Models.alternativeCoin());
        final HjbSolver solver = Models.solved(model);
        final PolicyAudit audit = new PolicyAudit(solver);
        final Policy policy = new Policy(model.grid());
        final SplittableRandom random = new SplittableRandom(11);
        final double slack = 1e-9 * solver.solution().value().value(model.grid().reference(), 1 / 600.0);

        for (int i = 0; i < POLICIES; i++) {
            randomPolicy(model, solver.solution().policy(), policy, random);

            assertEquals(SolveOutcome.SOLVED, audit.audit(solver.solution(), policy));

            for (int s = 0; s < model.grid().states(); s++) {
                assertTrue(audit.gap(s) >= -slack, "policy " + i + ", state " + s + ": " + audit.gap(s));
            }
            assertEquals(SolveOutcome.SOLVED, audit.lawOutcome());
            assertAttributionSumsUp(audit);
        }
    }

    /** From wild to close to the optimum; always quoting somewhere, so that the chain stays connected. */
    private static void randomPolicy(
            final HjbModel model, final Policy best, final Policy policy, final SplittableRandom random) {
        final ControlLimits limits = model.limits();
        final double wildness = random.nextInt(3) == 0 ? 0.05 : random.nextDouble(0.1, 40);
        final boolean quiet = random.nextBoolean();
        for (int s = 0; s < model.grid().states(); s++) {
            policy.bid(s, true, best.bidOffsetBps(s) + wildness * random.nextDouble(-1, 1));
            policy.ask(s, true, best.askOffsetBps(s) + wildness * random.nextDouble(-1, 1));
            final boolean takes = !quiet && random.nextInt(10) == 0;
            policy.takers(
                    s,
                    takes ? random.nextDouble(limits.maxTakerPerS() * 1.5) : best.takerBuyPerS(s),
                    takes ? random.nextDouble(limits.maxTakerPerS() * 1.5) : best.takerSellPerS(s));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void shouldSplitTheHeuristicsLossExactly(final HjbModel model) {
        final HjbSolver solver = Models.solved(model);
        final PolicyAudit audit = new PolicyAudit(solver);

        audit.audit(solver.solution(), Models.heuristic(model, 8));

        assertAttributionSumsUp(audit);
        final LossAttribution loss = audit.attribution();
        for (int s = 0; s < model.grid().states(); s++) {
            assertTrue(loss.loss(s) >= -1e-12, "state " + s + ": " + loss.loss(s));
            assertTrue(loss.loss(s) <= loss.loss(loss.worst(0)));
            assertTrue(audit.gap(s) >= -1e-9);
        }
        for (int place = 1; place < PolicyAudit.WORST_STATES; place++) {
            assertTrue(loss.loss(loss.worst(place)) <= loss.loss(loss.worst(place - 1)));
        }
    }

    private static void assertAttributionSumsUp(final PolicyAudit audit) {
        final LossAttribution loss = audit.attribution();
        final double split = loss.bid() + loss.ask() + loss.taker();
        assertEquals(audit.lossRate(), split, 1e-12 * Math.abs(split) + 1e-13);
    }

    @Test
    void shouldCallTheLossOfDoingNothingAHundredPercentWhenFlat() {
        final HjbModel model = HjbModel.of(Models.symmetricWithoutSignal());
        final HjbSolver solver = Models.solved(model);
        final PolicyAudit audit = new PolicyAudit(solver);

        final SolveOutcome outcome = audit.audit(solver.solution(), new Policy(model.grid()));

        assertEquals(SolveOutcome.SOLVED, outcome);
        assertEquals(100, audit.gapPct(model.grid().reference()), 1e-9);
        assertEquals(SolveOutcome.BAD_PIVOT, audit.lawOutcome());
        assertEquals(1, audit.discarded());
    }

    @Test
    void shouldTellTheLossInMoney() {
        assertEquals(36, PolicyAudit.usdPerHour(1, 100), 1e-12);
    }
}
