package io.halfspread.sim.faults;

/** A plan that cannot be used; the message is one line with the place. */
public final class FaultPlanException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A problem in a plan.
     *
     * @param name    of the plan
     * @param line    from 1
     * @param column  from 1
     * @param message what is wrong and what is accepted
     */
    public FaultPlanException(final String name, final int line, final int column, final String message) {
        super(name + ":" + line + ":" + column + ": " + message);
    }
}
