package io.halfspread.engine.hjb;

/** How well a solution satisfies the equation itself, state by state. For one thread. */
public final class HjbResidual {
    private final PolicyEvaluator evaluator;

    /**
     * A check on the results of a solver.
     *
     * @param solver whose workspace is used
     */
    public HjbResidual(final HjbSolver solver) {
        evaluator = solver.evaluator();
    }

    /**
     * Largest difference of the two sides of the equation.
     *
     * @param solution result to check
     * @return lot bps/s; rounding only, for a sound solution
     */
    public double largest(final HjbSolution solution) {
        evaluator.load(solution.model());
        final ModelTerms terms = evaluator.terms();
        final Hamiltonian at = new Hamiltonian(terms, solution.value());
        final HjbGrid grid = solution.model().grid();
        double largest = 0;
        for (int i = 0; i < grid.rows(); i++) {
            for (int j = 0; j < grid.signalNodes(); j++) {
                at.at(i, j);
                largest = Math.max(largest, Math.abs(residual(terms, at, solution, i, j)));
            }
        }
        return largest;
    }

    private static double residual(
            final ModelTerms terms, final Hamiltonian at, final HjbSolution solution, final int row, final int node) {
        final HjbGrid grid = solution.model().grid();
        final AnchoredValue value = solution.value();
        final int s = grid.state(row, node);
        final double here = value.relative(s);
        final double up = terms.up(node) == 0 ? 0 : terms.up(node) * (value.relative(s + grid.nodeStride()) - here);
        final double down =
                terms.down(node) == 0 ? 0 : terms.down(node) * (value.relative(s - grid.nodeStride()) - here);
        final double controls =
                at.bid(solution.policy(), s) + at.ask(solution.policy(), s) + at.takers(solution.policy(), s);
        final double endRate = solution.model().objective().endRatePerS();
        return value.gain() + endRate * (here - terms.flatten(row)) - terms.source(s) - up - down - controls;
    }
}
