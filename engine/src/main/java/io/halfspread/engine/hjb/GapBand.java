package io.halfspread.engine.hjb;

import java.util.Arrays;
import java.util.Map;

/**
 * How far a gap can be trusted: the gap again with each calibrated input one standard error higher and lower, one at a time.
 * The policy stays, the optimum is solved anew. Owns its solver; for one thread.
 */
public final class GapBand {
    private static final double LEAST_SHARE = 0.1;

    private final HjbSolver solver;
    private final PolicyAudit audit;
    private final double[] lowest = new double[Figure.values().length];
    private final double[] highest = new double[Figure.values().length];
    private int skipped;

    /** What the band is told for. */
    public enum Figure {
        /** Loss from the current state, percent of the optimum there. */
        CURRENT_PCT,
        /** Loss averaged over the states in which the policy spends its time, percent. */
        STATIONARY_PCT,
        /** Loss while it runs, lot bps/s. */
        LOSS_PER_S,
        /** What the policy itself earns when the session never ends, lot bps/s. */
        POLICY_PER_S
    }

    /**
     * A band for models of one shape.
     *
     * @param shape grid whose numbers of rows and nodes all models will have
     */
    public GapBand(final HjbGrid shape) {
        solver = new HjbSolver(shape);
        audit = new PolicyAudit(solver);
    }

    /**
     * Evaluates a policy around a model.
     *
     * @param model          the model as calibrated
     * @param policy         the policy
     * @param standardErrors errors of inputs, in their units; an input without one does not move. An input that must be
     *                       positive never falls below a tenth of its value
     * @param state          the current state
     * @return how the model itself went; unless solved the results are void
     */
    public SolveOutcome evaluate(
            final HjbModel model, final Policy policy, final Map<HjbInput, Double> standardErrors, final int state) {
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        skipped = 0;
        final SolveOutcome outcome = include(model, policy, state);
        if (outcome == SolveOutcome.SOLVED) {
            standardErrors.forEach((input, error) -> {
                includeMoved(model, policy, state, input, error);
                includeMoved(model, policy, state, input, -error);
            });
        }
        return outcome;
    }

    private void includeMoved(
            final HjbModel model, final Policy policy, final int state, final HjbInput input, final double move) {
        final double now = model.value(input);
        final double moved = input.signed() ? now + move : Math.max(LEAST_SHARE * now, now + move);
        if (!input.accepts(moved) || include(model.with(input, moved), policy, state) != SolveOutcome.SOLVED) {
            skipped++;
        }
    }

    private SolveOutcome include(final HjbModel model, final Policy policy, final int state) {
        SolveOutcome outcome = solver.solve(model, HjbSolver.TRADING_TOLERANCE_BPS);
        if (outcome == SolveOutcome.SOLVED) {
            outcome = audit.audit(solver.solution(), policy);
        }
        if (outcome == SolveOutcome.SOLVED) {
            outcome = audit.lawOutcome();
        }
        if (outcome == SolveOutcome.SOLVED) {
            widen(Figure.CURRENT_PCT, audit.gapPct(state));
            widen(Figure.STATIONARY_PCT, audit.stationaryGapPct());
            widen(Figure.LOSS_PER_S, audit.lossRate());
            widen(Figure.POLICY_PER_S, audit.ergodicGain());
        }
        return outcome;
    }

    private void widen(final Figure figure, final double value) {
        lowest[figure.ordinal()] = Math.min(lowest[figure.ordinal()], value);
        highest[figure.ordinal()] = Math.max(highest[figure.ordinal()], value);
    }

    /**
     * Lower end of the band.
     *
     * @param figure what of
     * @return smallest value met
     */
    public double low(final Figure figure) {
        return lowest[figure.ordinal()];
    }

    /**
     * Upper end of the band.
     *
     * @param figure what of
     * @return largest value met
     */
    public double high(final Figure figure) {
        return highest[figure.ordinal()];
    }

    /**
     * How many moved models could not be solved and are not in the band.
     *
     * @return how many, of two for each standard error
     */
    public int skipped() {
        return skipped;
    }
}
