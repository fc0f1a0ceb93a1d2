package io.halfspread.engine.hjb;

/**
 * Finds the optimal policy by Howard's policy iteration: evaluate by one banded solve, improve in closed form, until nothing
 * changes. With an end rate above 0 the session may end at any time; with 0 the ergodic rate is found.
 *
 * <p>Starts from its last result when it has one, which takes two or three iterations less. A solve that fails is discarded and
 * counted, and the last result stays. Allocates only when constructed; the same sequence of models gives the same bits on
 * every JVM. For one thread.
 */
public final class HjbSolver {
    /** Iterations after which a solve is given up. */
    public static final int MOST_ITERATIONS = 25;

    /** Change of an offset, bps, at which a policy is good enough to trade: its gain is exact to about 1e-11. */
    public static final double TRADING_TOLERANCE_BPS = 1e-3;

    /** Change of an offset, bps, that only rounding keeps from being 0. */
    public static final double EXACT_TOLERANCE_BPS = 1e-10;

    private static final double ROUNDING_BPS = 1e-6;
    private static final double STALLED_SHARE = 0.25;

    private final PolicyEvaluator evaluator;
    private final long[] outcomes = new long[SolveOutcome.values().length];
    private final int mostIterations;
    private HjbSolution current;
    private HjbSolution candidate;
    private boolean warm;

    /**
     * A solver for grids of one shape.
     *
     * @param shape grid whose numbers of rows and nodes all models will have
     */
    public HjbSolver(final HjbGrid shape) {
        this(shape, MOST_ITERATIONS);
    }

    HjbSolver(final HjbGrid shape, final int mostIterations) {
        this.mostIterations = mostIterations;
        evaluator = new PolicyEvaluator(shape);
        current = new HjbSolution(shape);
        candidate = new HjbSolution(shape);
    }

    /**
     * Solves a model.
     *
     * @param model        the model
     * @param toleranceBps change of an offset at which to stop, bps
     * @return {@link SolveOutcome#SOLVED}, or why the last result stays
     * @throws IllegalArgumentException when the grid has another shape
     */
    public SolveOutcome solve(final HjbModel model, final double toleranceBps) {
        evaluator.load(model);
        candidate.begin(model);
        if (warm) {
            candidate.policy().copyFrom(current.policy());
            candidate.value().copyFrom(current.value());
        } else {
            candidate.policy().clear(model.limits());
            ColdStart.values(model, candidate.value().relative());
        }
        final SolveOutcome outcome = iterate(model, toleranceBps);
        outcomes[outcome.ordinal()]++;
        if (outcome == SolveOutcome.SOLVED) {
            final HjbSolution solved = candidate;
            candidate = current;
            current = solved;
            warm = true;
        }
        return outcome;
    }

    private SolveOutcome iterate(final HjbModel model, final double toleranceBps) {
        final double[] relative = candidate.value().relative();
        PolicyImprover.improve(model, relative, candidate.policy());
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < mostIterations; i++) {
            final SolveOutcome outcome =
                    evaluator.evaluate(candidate.policy(), model.objective().endRatePerS(), candidate.value());
            if (outcome != SolveOutcome.SOLVED) {
                return outcome;
            }
            final double change = PolicyImprover.improve(model, relative, candidate.policy());
            candidate.iteration(change);
            if (change <= toleranceBps || change < ROUNDING_BPS && change > STALLED_SHARE * before) {
                return SolveOutcome.SOLVED;
            }
            before = change;
        }
        return SolveOutcome.NOT_CONVERGED;
    }

    /**
     * The last good result; reused by the solve after the next.
     *
     * @return the result; its model is null before the first
     */
    public HjbSolution solution() {
        return current;
    }

    /** Forgets the last result as a start of the next solve. */
    public void startCold() {
        warm = false;
    }

    /**
     * How many solves ended in one way.
     *
     * @param outcome the way
     * @return how many
     */
    public long count(final SolveOutcome outcome) {
        return outcomes[outcome.ordinal()];
    }

    /**
     * How many solves were discarded.
     *
     * @return how many
     */
    public long discarded() {
        long discarded = 0;
        for (int i = 1; i < outcomes.length; i++) {
            discarded += outcomes[i];
        }
        return discarded;
    }

    PolicyEvaluator evaluator() {
        return evaluator;
    }
}
