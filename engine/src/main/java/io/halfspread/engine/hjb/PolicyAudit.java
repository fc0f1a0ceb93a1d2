package io.halfspread.engine.hjb;

/**
 * What a policy loses against the optimum: its value by one solve, the stationary law of its chain by another, and the loss
 * split exactly by state and by control. Works in its solver's workspace, so that the two take turns on one thread; allocates
 * only when constructed.
 */
public final class PolicyAudit {
    /** How many of the states that lose most are kept. */
    public static final int WORST_STATES = 5;

    private static final double PERCENT = 100;

    private final PolicyEvaluator evaluator;
    private final Policy admitted;
    private final AnchoredValue value;
    private final AnchoredValue endless;
    private final double[] law;
    private final LossAttribution attribution;
    private HjbSolution optimum;
    private SolveOutcome lawOutcome = SolveOutcome.NOT_FINITE;
    private long discarded;

    /**
     * An audit for the models of a solver.
     *
     * @param solver whose workspace is used
     */
    public PolicyAudit(final HjbSolver solver) {
        evaluator = solver.evaluator();
        final HjbGrid shape = evaluator.shape();
        admitted = new Policy(shape);
        value = new AnchoredValue(shape.states());
        endless = new AnchoredValue(shape.states());
        law = new double[shape.states()];
        attribution = new LossAttribution(shape);
    }

    /**
     * Audits a policy, as far as it is admissible.
     *
     * @param best   the optimum to compare with; its model is the model
     * @param policy any policy on its grid
     * @return how its evaluation went; unless solved the results are void
     */
    public SolveOutcome audit(final HjbSolution best, final Policy policy) {
        optimum = best;
        final HjbModel model = best.model();
        evaluator.load(model);
        admitted.copyFrom(policy);
        admitted.admit(model.limits());
        final double endRate = model.objective().endRatePerS();
        lawOutcome = SolveOutcome.NOT_FINITE;
        final SolveOutcome outcome = evaluator.evaluate(admitted, endRate, value);
        if (outcome != SolveOutcome.SOLVED) {
            discarded++;
            return outcome;
        }
        if (endRate > 0) {
            lawOutcome = evaluator.evaluateAgain(admitted, 0, endless);
        } else {
            endless.copyFrom(value);
            lawOutcome = SolveOutcome.SOLVED;
        }
        if (lawOutcome == SolveOutcome.SOLVED) {
            lawOutcome = evaluator.stationaryLaw(law);
        }
        if (lawOutcome == SolveOutcome.SOLVED) {
            attribution.attribute(evaluator.terms(), best, admitted, evaluator.flows(), law);
        } else {
            discarded++;
        }
        return outcome;
    }

    /**
     * Whether the chain has one stationary law; without it the ergodic gain, everything stationary and the attribution are
     * void.
     *
     * @return solved, or why not
     */
    public SolveOutcome lawOutcome() {
        return lawOutcome;
    }

    /**
     * How many evaluations were discarded.
     *
     * @return how many
     */
    public long discarded() {
        return discarded;
    }

    /**
     * The policy as it was audited, admissible everywhere.
     *
     * @return the policy
     */
    public Policy policy() {
        return admitted;
    }

    /**
     * The policy's value.
     *
     * @return gain and relative values
     */
    public AnchoredValue value() {
        return value;
    }

    /**
     * The policy's gain when the session never ends.
     *
     * @return rho, lot bps/s
     */
    public double ergodicGain() {
        return endless.gain();
    }

    /**
     * Share of the time that the policy's chain spends in a state.
     *
     * @param state state
     * @return probability
     */
    public double probability(final int state) {
        return law[state];
    }

    /**
     * Where the loss comes from.
     *
     * @return loss by control and by state
     */
    public LossAttribution attribution() {
        return attribution;
    }

    /**
     * What starting in a state loses. Never below 0 but for rounding.
     *
     * @param state state
     * @return optimum less policy, lot bps; without an end of the session lot bps/s
     */
    public double gap(final int state) {
        final AnchoredValue best = optimum.value();
        final double gains = best.gain() - value.gain();
        final double endRate = endRate();
        return endRate > 0 ? gains / endRate + (best.relative(state) - value.relative(state)) : gains;
    }

    /**
     * What starting in a state loses, relative to the optimum. Above 100 is worse than earning nothing.
     *
     * @param state state
     * @return percent
     */
    public double gapPct(final int state) {
        return PERCENT
                * gap(state)
                / Math.max(Math.abs(optimumAt(state)), optimum.model().gapFloor());
    }

    /**
     * What the policy loses on average over the time it spends in each state, relative to the optimum.
     *
     * @return percent
     */
    public double stationaryGapPct() {
        return PERCENT
                * meanGap()
                / Math.max(Math.abs(meanOptimum()), optimum.model().gapFloor());
    }

    /**
     * Average value of the optimum over the policy's stationary law.
     *
     * @return lot bps; without an end of the session lot bps/s
     */
    public double meanOptimum() {
        double mean = 0;
        for (int s = 0; s < law.length; s++) {
            mean += law[s] * optimumAt(s);
        }
        return mean;
    }

    /**
     * Average loss over the policy's stationary law.
     *
     * @return lot bps; without an end of the session lot bps/s
     */
    public double meanGap() {
        double mean = 0;
        for (int s = 0; s < law.length; s++) {
            mean += law[s] * gap(s);
        }
        return mean;
    }

    /**
     * The honest headline: what the policy loses while it runs.
     *
     * @return lot bps/s
     */
    public double lossRate() {
        return endRate() > 0 ? endRate() * meanGap() : meanGap();
    }

    /**
     * Average distance of the policy's inventory from zero.
     *
     * @return lots
     */
    public double meanAbsoluteLots() {
        final HjbGrid grid = optimum.model().grid();
        double mean = 0;
        for (int i = 0; i < grid.rows(); i++) {
            mean += Math.abs(grid.lots(i)) * rowProbability(i);
        }
        return mean;
    }

    /**
     * Share of the time that the policy's chain holds an inventory.
     *
     * @param row inventory row
     * @return probability
     */
    public double rowProbability(final int row) {
        final HjbGrid grid = optimum.model().grid();
        double sum = 0;
        for (int j = 0; j < grid.signalNodes(); j++) {
            sum += law[grid.state(row, j)];
        }
        return sum;
    }

    /**
     * A rate as money.
     *
     * @param lotBpsPerS     rate, lot bps/s
     * @param lotNotionalUsd value of a lot, USD
     * @return USD/h
     */
    public static double usdPerHour(final double lotBpsPerS, final double lotNotionalUsd) {
        return lotBpsPerS * 3600 * lotNotionalUsd * 1e-4;
    }

    private double optimumAt(final int state) {
        final double endRate = endRate();
        return endRate > 0
                ? optimum.value().value(state, endRate)
                : optimum.value().gain();
    }

    private double endRate() {
        return optimum.model().objective().endRatePerS();
    }
}
