package io.halfspread.engine.hjb;

/**
 * The asymptotic closed form of Gueant, Lehalle and Fernandez-Tapia with a signal: values are a parabola in inventory leaning
 * with the signal, and the control is the best one against them. A bound on what the solver may plausibly find, and a source of
 * quotes of its own. For one thread.
 */
public final class ClosedFormPolicy {
    private final double[] values;

    /**
     * A writer for grids of one shape.
     *
     * @param shape grid
     */
    public ClosedFormPolicy(final HjbGrid shape) {
        values = new double[shape.states()];
    }

    /**
     * Writes the policy.
     *
     * @param model  the model
     * @param policy gets the policy
     */
    public void write(final HjbModel model, final Policy policy) {
        policy.clear(model.limits());
        ColdStart.values(model, values);
        PolicyImprover.improve(model, values, policy);
    }

    /**
     * How far another policy's offsets are from a closed form's, where both quote and the inventory is within half its cap.
     *
     * @param closedForm one policy
     * @param other      another on the same grid
     * @return largest difference, bps
     */
    public static double innerDifference(final Policy closedForm, final Policy other) {
        final HjbGrid grid = closedForm.grid();
        double difference = 0;
        for (int i = 0; i < grid.rows(); i++) {
            if (2 * Math.abs(grid.lots(i)) > grid.maxLots()) {
                continue;
            }
            for (int j = 0; j < grid.signalNodes(); j++) {
                final int s = grid.state(i, j);
                if (closedForm.quotesBid(s) && other.quotesBid(s)) {
                    difference = Math.max(difference, Math.abs(closedForm.bidOffsetBps(s) - other.bidOffsetBps(s)));
                }
                if (closedForm.quotesAsk(s) && other.quotesAsk(s)) {
                    difference = Math.max(difference, Math.abs(closedForm.askOffsetBps(s) - other.askOffsetBps(s)));
                }
            }
        }
        return difference;
    }
}
