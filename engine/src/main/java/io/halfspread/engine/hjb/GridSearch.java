package io.halfspread.engine.hjb;

/**
 * Searches one state's control on a grid of offsets and taker rates, without the closed form: a cross-check of it that must
 * come out a little lower, by no more than the step explains. For one thread.
 */
public final class GridSearch {
    /** Distance of two offsets tried, bps; wider when the admissible range is very wide. */
    public static final double STEP_BPS = 0.01;

    private static final int MOST_STEPS = 200_000;

    private final PolicyEvaluator evaluator;
    private double stepBps;
    private double bestOffset;
    private double bidOffset;
    private double askOffset;
    private double buyPerS;
    private double sellPerS;
    private double value;
    private double closedForm;
    private double bound;

    /**
     * A search on the results of a solver.
     *
     * @param solver whose workspace is used
     */
    public GridSearch(final HjbSolver solver) {
        evaluator = solver.evaluator();
    }

    /**
     * Searches.
     *
     * @param solution result to check
     * @param row      inventory row
     * @param node     signal node
     */
    public void search(final HjbSolution solution, final int row, final int node) {
        final HjbModel model = solution.model();
        evaluator.load(model);
        final Hamiltonian at = new Hamiltonian(evaluator.terms(), solution.value());
        at.at(row, node);
        final int s = model.grid().state(row, node);
        final ControlLimits limits = model.limits();
        stepBps = Math.max(STEP_BPS, (limits.maxOffsetBps() - limits.minOffsetBps()) / MOST_STEPS);
        value = scan(at, limits, true);
        bidOffset = bestOffset;
        value += scan(at, limits, false);
        askOffset = bestOffset;
        buyPerS = fastest(at, limits.maxTakerPerS(), true);
        sellPerS = fastest(at, limits.maxTakerPerS(), false);
        value += at.takerBuy(buyPerS) + at.takerSell(sellPerS);
        final Policy best = solution.policy();
        closedForm = at.bid(best, s) + at.ask(best, s) + at.takers(best, s);
        bound = bound(model, node);
    }

    private double scan(final Hamiltonian at, final ControlLimits limits, final boolean bid) {
        bestOffset = Double.NaN;
        double best = 0;
        if (bid ? !at.buys() : !at.sells()) {
            return best;
        }
        final int steps = (int) ((limits.maxOffsetBps() - limits.minOffsetBps()) / stepBps) + 1;
        for (int i = 0; i <= steps; i++) {
            final double offset = Math.min(limits.minOffsetBps() + i * stepBps, limits.maxOffsetBps());
            final double gain = bid ? at.bid(offset) : at.ask(offset);
            if (gain > best) {
                best = gain;
                bestOffset = offset;
            }
        }
        return best;
    }

    private static double fastest(final Hamiltonian at, final double limit, final boolean buy) {
        double best = 0;
        for (int half = 1; half <= 2; half++) {
            final double perS = half * limit / 2;
            final boolean allowed = buy ? at.buys() : at.sells();
            final double gain = buy ? at.takerBuy(perS) - at.takerBuy(best) : at.takerSell(perS) - at.takerSell(best);
            best = allowed && gain > 0 ? perS : best;
        }
        return best;
    }

    private double bound(final HjbModel model, final int node) {
        final ModelTerms terms = evaluator.terms();
        final FillRates fills = model.fills();
        final double bid =
                Double.isNaN(bidOffset) ? 0 : fills.bidDecayPerBps() * terms.bidFillsPerS(node, bidOffset - stepBps);
        final double ask =
                Double.isNaN(askOffset) ? 0 : fills.askDecayPerBps() * terms.askFillsPerS(node, askOffset - stepBps);
        return (bid + ask) * stepBps * stepBps / 8;
    }

    /**
     * Best bid tried.
     *
     * @return bps below mid, NaN when none is worth quoting
     */
    public double bidOffsetBps() {
        return bidOffset;
    }

    /**
     * Best ask tried.
     *
     * @return bps above mid, NaN when none is worth quoting
     */
    public double askOffsetBps() {
        return askOffset;
    }

    /**
     * Best rate of taker buys tried.
     *
     * @return lots/s
     */
    public double takerBuyPerS() {
        return buyPerS;
    }

    /**
     * Best rate of taker sells tried.
     *
     * @return lots/s
     */
    public double takerSellPerS() {
        return sellPerS;
    }

    /**
     * What the best control tried adds.
     *
     * @return lot bps/s
     */
    public double value() {
        return value;
    }

    /**
     * What the solution's control adds.
     *
     * @return lot bps/s
     */
    public double closedFormValue() {
        return closedForm;
    }

    /**
     * How much lower the search may come out because of its step.
     *
     * @return lot bps/s
     */
    public double bound() {
        return bound;
    }
}
