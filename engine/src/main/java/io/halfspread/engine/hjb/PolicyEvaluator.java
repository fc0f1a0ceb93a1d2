package io.halfspread.engine.hjb;

/**
 * Value of a policy by one banded solve, anchored at the reference state so that no digits are lost to a long horizon, and
 * with the same factors the stationary law of the chain. Reused; for one thread.
 */
final class PolicyEvaluator {
    private final HjbGrid shape;
    private final ModelTerms terms;
    private final PolicyFlows flows;
    private final BandedLu system;

    PolicyEvaluator(final HjbGrid shape) {
        this.shape = shape;
        terms = new ModelTerms(shape);
        flows = new PolicyFlows(shape);
        system = new BandedLu(shape.states(), shape.halfBandwidth());
    }

    void load(final HjbModel model) {
        if (!shape.sameShape(model.grid())) {
            throw new IllegalArgumentException("a grid of " + model.grid().rows() + " x "
                    + model.grid().signalNodes() + "; this workspace is for " + shape.rows() + " x "
                    + shape.signalNodes());
        }
        terms.load(model);
    }

    HjbGrid shape() {
        return shape;
    }

    ModelTerms terms() {
        return terms;
    }

    PolicyFlows flows() {
        return flows;
    }

    /**
     * Evaluates an admissible policy.
     *
     * @param policy      the policy
     * @param endRatePerS r; 0 for the ergodic rate
     * @param value       gets the value; void unless solved
     * @return how it went
     */
    SolveOutcome evaluate(final Policy policy, final double endRatePerS, final AnchoredValue value) {
        flows.load(terms, policy);
        return evaluateAgain(policy, endRatePerS, value);
    }

    /** Evaluates the policy of the last evaluation with another end rate. */
    SolveOutcome evaluateAgain(final Policy policy, final double endRatePerS, final AnchoredValue value) {
        assemble(policy, endRatePerS, endRatePerS);
        return solve(value);
    }

    /**
     * Evaluates an admissible policy in the long run: its chain without an end, but charged each second for what flattening
     * would cost at the model's end rate. The gain is then r times the policy's value averaged over its stationary law.
     *
     * @param policy the policy
     * @param value  gets the value; void unless solved
     * @return how it went
     */
    SolveOutcome evaluateStationary(final Policy policy, final AnchoredValue value) {
        flows.load(terms, policy);
        assemble(policy, 0, terms.model().objective().endRatePerS());
        return solve(value);
    }

    private SolveOutcome solve(final AnchoredValue value) {
        if (!system.solve()) {
            return SolveOutcome.BAD_PIVOT;
        }
        final double[] y = system.first();
        final double[] z = system.second();
        final int reference = terms.model().grid().reference();
        final double gain = y[reference] / z[reference];
        final double shift = y[reference] - gain * z[reference];
        final double[] relative = value.relative();
        for (int s = 0; s < relative.length; s++) {
            relative[s] = y[s] - gain * z[s] - shift;
        }
        value.gain(gain);
        return value.isFinite() ? SolveOutcome.SOLVED : SolveOutcome.NOT_FINITE;
    }

    /**
     * The stationary law of the chain evaluated last, which must have been evaluated with r = 0.
     *
     * @param law gets the probability of each state
     * @return how it went
     */
    SolveOutcome stationaryLaw(final double[] law) {
        final double[] mass = system.solveTransposed(terms.model().grid().reference());
        double sum = 0;
        for (int s = 0; s < law.length; s++) {
            sum += mass[s];
        }
        for (int s = 0; s < law.length; s++) {
            law[s] = mass[s] / sum;
        }
        return sum > 0 && sum < Double.POSITIVE_INFINITY ? SolveOutcome.SOLVED : SolveOutcome.NOT_FINITE;
    }

    private void assemble(final Policy policy, final double endRatePerS, final double flattenRatePerS) {
        final HjbGrid grid = terms.model().grid();
        system.clear();
        for (int i = 0; i < grid.rows(); i++) {
            for (int j = 0; j < grid.signalNodes(); j++) {
                assembleState(grid, policy, endRatePerS, flattenRatePerS, i, j);
            }
        }
        anchor(grid.reference());
    }

    private void assembleState(
            final HjbGrid grid,
            final Policy policy,
            final double endRatePerS,
            final double flattenRatePerS,
            final int row,
            final int node) {
        final int s = grid.state(row, node);
        final double up = terms.up(node);
        final double down = terms.down(node);
        final double bids = flows.bids(s);
        final double asks = flows.asks(s);
        final double buys = bids + policy.takerBuyPerS(s);
        final double sells = asks + policy.takerSellPerS(s);
        link(s, s + grid.nodeStride(), up);
        link(s, s - grid.nodeStride(), down);
        link(s, s + grid.lotStride(), buys);
        link(s, s - grid.lotStride(), sells);
        system.set(s, s, endRatePerS + up + down + buys + sells);
        final double makerCost = terms.model().costs().makerCostBps();
        final double takers = policy.takerBuyPerS(s) + policy.takerSellPerS(s);
        system.first()[s] = terms.source(s)
                + bids * (policy.bidOffsetBps(s) - makerCost)
                + asks * (policy.askOffsetBps(s) - makerCost)
                - takers * terms.model().costs().takerCostBps()
                + flattenRatePerS * terms.flatten(row);
        system.second()[s] = 1;
    }

    private void link(final int from, final int to, final double rate) {
        if (rate != 0) {
            system.set(from, to, -rate);
        }
    }

    private void anchor(final int reference) {
        final double diagonal = system.diagonal(reference);
        system.set(reference, reference, diagonal + Math.max(1, diagonal));
    }
}
