package io.halfspread.engine.hjb;

import static io.halfspread.engine.hjb.Models.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SolverRefusalTest {
    private static final double LOOSE = 1;

    private final HjbModel model = HjbModel.of(Models.symmetricWithoutSignal());

    @Test
    void shouldKeepTheLastResultWhenPoliciesKeepChanging() {
        final HjbSolver solver = new HjbSolver(model.grid(), 2);
        solver.solve(model, LOOSE);
        final HjbSolution before = solver.solution();
        final double gain = before.value().gain();
        final HjbModel moved = HjbModel.of(with(Models.symmetricWithoutSignal(), HjbInput.PHI, 1));

        final SolveOutcome outcome = solver.solve(moved, HjbSolver.EXACT_TOLERANCE_BPS);

        assertEquals(SolveOutcome.NOT_CONVERGED, outcome);
        assertSame(before, solver.solution());
        assertEquals(gain, solver.solution().value().gain());
        assertEquals(1, solver.count(SolveOutcome.NOT_CONVERGED));
        assertEquals(1, solver.discarded());
    }

    @Test
    void shouldKeepTheLastResultWhenAValueOverflows() {
        Map<HjbInput, Double> extreme = with(Models.symmetricWithoutSignal(), HjbInput.DMIN, -1e6);
        extreme = with(extreme, HjbInput.NU_MAX, 0);
        extreme = with(extreme, HjbInput.PHI, 1e6);
        final HjbModel clamped = HjbModel.of(extreme);
        final HjbSolver solver = new HjbSolver(model.grid());
        solver.solve(model, HjbSolver.EXACT_TOLERANCE_BPS);
        final HjbSolution before = solver.solution();

        final SolveOutcome outcome = solver.solve(clamped, HjbSolver.EXACT_TOLERANCE_BPS);

        assertTrue(outcome == SolveOutcome.BAD_PIVOT || outcome == SolveOutcome.NOT_FINITE, outcome::meaning);
        assertSame(before, solver.solution());
        assertEquals(1, solver.discarded());
    }

    @Test
    void shouldRefuseWhenAnEndlessPolicyDividesTheStates() {
        final Map<HjbInput, Double> idle = with(Models.symmetricWithoutSignal(), HjbInput.MAKER_FEE, 500);
        final HjbModel endless = HjbModel.of(with(idle, HjbInput.PHI, 0)).ergodic();
        final HjbSolver solver = new HjbSolver(endless.grid());

        final SolveOutcome outcome = solver.solve(endless, HjbSolver.EXACT_TOLERANCE_BPS);

        assertEquals(SolveOutcome.BAD_PIVOT, outcome);
        assertNull(solver.solution().model());
    }

    @Test
    void shouldRefuseToAuditANotANumber() {
        final HjbSolver solver = Models.solved(model);
        final PolicyAudit audit = new PolicyAudit(solver);
        final Policy policy = Models.heuristic(model, 8);
        policy.bid(3, true, Double.NaN);

        final SolveOutcome outcome = audit.audit(solver.solution(), policy);

        assertTrue(outcome != SolveOutcome.SOLVED);
        assertTrue(audit.lawOutcome() != SolveOutcome.SOLVED);
        assertEquals(1, audit.discarded());
    }

    @Test
    void shouldRefuseAGridOfAnotherShape() {
        final HjbSolver solver = new HjbSolver(model.grid());

        final IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> solver.solve(HjbModel.of(Models.alternativeCoin()), HjbSolver.EXACT_TOLERANCE_BPS));

        assertEquals("a grid of 21 x 21; this workspace is for 41 x 1", e.getMessage());
    }

    @Test
    void shouldNameEveryProblemOfTheInputs() {
        Map<HjbInput, Double> inputs = with(Models.alternativeCoin(), HjbInput.Q, 2.5);
        inputs = with(inputs, HjbInput.AB, 0);
        inputs = with(inputs, HjbInput.DMIN, 90);
        inputs = with(inputs, HjbInput.SX, 0);
        inputs.remove(HjbInput.PHI);

        final List<String> problems = ModelProblems.in(inputs);

        assertEquals(
                List.of(
                        "Q = 2.5; accepted: from 1 to 500 (lots, whole)",
                        "Ab = 0; accepted: above 0 to 1000000000 (1/s)",
                        "phi is missing; accepted: from 0 to 1000000 (bps/(lot s))",
                        "dmin = 90.0, dmax = 80.0; accepted: dmin below dmax",
                        "theta = 0.25, sx = 0.0; accepted: both above 0 when M is above 1"),
                problems);
        final Map<HjbInput, Double> wrong = inputs;
        assertThrows(IllegalArgumentException.class, () -> HjbModel.of(wrong));
    }

    @Test
    void shouldRefuseAGridThatWouldNotFitInMemory() {
        final List<String> problems =
                ModelProblems.in(with(with(Models.alternativeCoin(), HjbInput.Q, 500), HjbInput.M, 401));

        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("a grid of 1001 x 401 states"), () -> problems.get(0));
    }
}
