package io.halfspread.engine.hjb;

/** An optimal policy with its value and how it was found. Belongs to its solver, which reuses it; for one thread. */
public final class HjbSolution {
    private final Policy policy;
    private final AnchoredValue value;
    private final double[] gains = new double[HjbSolver.MOST_ITERATIONS];
    private final double[] changes = new double[HjbSolver.MOST_ITERATIONS];
    private HjbModel model;
    private int iterations;

    HjbSolution(final HjbGrid grid) {
        policy = new Policy(grid);
        value = new AnchoredValue(grid.states());
    }

    /**
     * The model that was solved.
     *
     * @return the model, null before the first solve
     */
    public HjbModel model() {
        return model;
    }

    /**
     * The best control of each state.
     *
     * @return the policy
     */
    public Policy policy() {
        return policy;
    }

    /**
     * Its value.
     *
     * @return gain and relative values
     */
    public AnchoredValue value() {
        return value;
    }

    /**
     * How many policies were evaluated.
     *
     * @return from 1
     */
    public int iterations() {
        return iterations;
    }

    /**
     * Gain of an iteration's policy; never falls from one to the next.
     *
     * @param iteration from 0
     * @return lot bps/s
     */
    public double gain(final int iteration) {
        return gains[iteration];
    }

    /**
     * How far the next policy was from an iteration's.
     *
     * @param iteration from 0
     * @return largest change of an offset, bps; infinite when a quote or a taker appeared or went
     */
    public double change(final int iteration) {
        return changes[iteration];
    }

    void begin(final HjbModel newModel) {
        model = newModel;
        iterations = 0;
    }

    void iteration(final double change) {
        gains[iterations] = value.gain();
        changes[iterations] = change;
        iterations++;
    }
}
