package io.halfspread.engine.solver;

import io.halfspread.codec.event.QuoteSource;
import io.halfspread.engine.hjb.ClosedFormPolicy;
import io.halfspread.engine.hjb.HjbGrid;
import io.halfspread.engine.hjb.HjbModel;
import io.halfspread.engine.hjb.HjbSolver;
import io.halfspread.engine.hjb.Policy;
import io.halfspread.engine.hjb.SolveOutcome;
import java.util.HashMap;
import java.util.Map;

/** Makes a recorded table again from the model recorded before it. For one thread. */
public final class TableResolver {
    private final Map<HjbGrid, HjbSolver> solvers = new HashMap<>();

    /** A resolver. */
    public TableResolver() {}

    /**
     * The hash that the table of a model has.
     *
     * @param recorded the model
     * @param source   how the table was made: HJB or GLFT
     * @return the hash; null when the model cannot be solved
     */
    public Long tableHash(final RecordedModel recorded, final QuoteSource source) {
        final HjbModel model = recorded.model().model();
        if (source == QuoteSource.GLFT) {
            final Policy policy = new Policy(model.grid());
            new ClosedFormPolicy(model.grid()).write(model, policy);
            return PolicyMessages.tableHash(policy);
        }
        final HjbSolver solver = solvers.computeIfAbsent(model.grid(), HjbSolver::new);
        solver.startCold();
        return solver.solve(model, HjbSolver.TRADING_TOLERANCE_BPS) == SolveOutcome.SOLVED
                ? PolicyMessages.tableHash(solver.solution().policy())
                : null;
    }
}
