package io.halfspread.app.hjb;

import io.halfspread.app.console.Failure;
import io.halfspread.engine.hjb.GridSearch;
import io.halfspread.engine.hjb.HeuristicPolicy;
import io.halfspread.engine.hjb.HjbModel;
import io.halfspread.engine.hjb.HjbResidual;
import io.halfspread.engine.hjb.HjbSolver;
import io.halfspread.engine.hjb.Policy;
import io.halfspread.engine.hjb.PolicyAudit;
import io.halfspread.engine.hjb.SolveOutcome;

/**
 * Everything computed for one case.
 *
 * @param problem        the case
 * @param refusal        why nothing was computed, null when something was; the rest is then null
 * @param solveMs        time of the first solve, ms
 * @param solver         holds the optimum
 * @param residual       how well it satisfies the equation, lot bps/s
 * @param heuristic      audit of the heuristic
 * @param best           audit of the optimum itself
 * @param nothing        audit of doing nothing, null without an end of the session
 * @param endless        solver that holds the ergodic optimum
 * @param endlessOutcome how the ergodic solve ended
 * @param search         grid search, to be used state by state
 */
record HjbResult(
        HjbCase problem,
        String refusal,
        double solveMs,
        HjbSolver solver,
        double residual,
        PolicyAudit heuristic,
        PolicyAudit best,
        PolicyAudit nothing,
        HjbSolver endless,
        SolveOutcome endlessOutcome,
        GridSearch search) {
    private static final double NS_PER_MS = 1e6;

    static HjbResult of(final HjbCase problem) {
        final HjbModel model = problem.model();
        final HjbSolver solver = new HjbSolver(model.grid());
        final long startNs = System.nanoTime();
        final SolveOutcome outcome = solver.solve(model, HjbSolver.EXACT_TOLERANCE_BPS);
        final double solveMs = (System.nanoTime() - startNs) / NS_PER_MS;
        if (outcome != SolveOutcome.SOLVED) {
            return refused(problem, outcome.meaning());
        }
        final Policy law = new Policy(model.grid());
        new HeuristicPolicy().write(model, problem.halfSpreadBps(), problem.params(), law);
        final PolicyAudit heuristic = new PolicyAudit(solver);
        final SolveOutcome evaluated = heuristic.audit(solver.solution(), law);
        if (evaluated != SolveOutcome.SOLVED) {
            return refused(problem, "the heuristic's value: " + evaluated.meaning());
        }
        final PolicyAudit best = new PolicyAudit(solver);
        best.audit(solver.solution(), solver.solution().policy());
        final HjbSolver endless = new HjbSolver(model.grid());
        final SolveOutcome endlessOutcome = endless.solve(model.ergodic(), HjbSolver.EXACT_TOLERANCE_BPS);
        return new HjbResult(
                problem,
                null,
                solveMs,
                solver,
                new HjbResidual(solver).largest(solver.solution()),
                heuristic,
                best,
                nothing(solver),
                endless,
                endlessOutcome,
                new GridSearch(solver));
    }

    /** The result, or a failed check that says why there is none. */
    static HjbResult required(final HjbCase problem) {
        final HjbResult result = of(problem);
        if (result.refusal() != null) {
            throw Failure.checkFailed("not solved: " + result.refusal());
        }
        return result;
    }

    private static PolicyAudit nothing(final HjbSolver solver) {
        final PolicyAudit audit = new PolicyAudit(solver);
        final HjbModel model = solver.solution().model();
        final boolean ends = model.objective().endRatePerS() > 0;
        return ends && audit.audit(solver.solution(), new Policy(model.grid())) == SolveOutcome.SOLVED ? audit : null;
    }

    private static HjbResult refused(final HjbCase problem, final String why) {
        return new HjbResult(problem, why, 0, null, 0, null, null, null, null, null, null);
    }
}
