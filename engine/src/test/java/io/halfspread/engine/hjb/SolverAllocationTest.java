package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class SolverAllocationTest {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void shouldAllocateNothingWhileSolvingAndAuditing() {
        final HjbModel model = HjbModel.of(Models.alternativeCoin());
        final HjbModel moved = HjbModel.of(Models.with(Models.alternativeCoin(), HjbInput.BETA, 1.25));
        final HjbSolver solver = new HjbSolver(model.grid());
        final PolicyAudit audit = new PolicyAudit(solver);
        final HeuristicPolicy heuristic = new HeuristicPolicy();
        final Policy policy = new Policy(model.grid());
        final var params = Models.defaultTuning();
        cycle(solver, audit, heuristic, policy, params, model, 20);
        threads.getCurrentThreadAllocatedBytes();

        final long before = threads.getCurrentThreadAllocatedBytes();
        cycle(solver, audit, heuristic, policy, params, moved, 1);
        final long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertEquals(0, bytes);
    }

    private static void cycle(
            final HjbSolver solver,
            final PolicyAudit audit,
            final HeuristicPolicy heuristic,
            final Policy policy,
            final io.halfspread.engine.quote.ParamsInForce params,
            final HjbModel model,
            final int times) {
        for (int i = 0; i < times; i++) {
            solver.startCold();
            final SolveOutcome solved = solver.solve(model, HjbSolver.EXACT_TOLERANCE_BPS);
            heuristic.write(model, 10, params, policy);
            final SolveOutcome audited = audit.audit(solver.solution(), policy);
            if (solved != SolveOutcome.SOLVED || audited != SolveOutcome.SOLVED || audit.stationaryGapPct() < 0) {
                throw new AssertionError("not solved");
            }
        }
    }
}
