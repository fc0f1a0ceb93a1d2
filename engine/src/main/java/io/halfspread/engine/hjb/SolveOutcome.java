package io.halfspread.engine.hjb;

/** How a solve ended. Anything but {@link #SOLVED} left the result before it untouched. */
public enum SolveOutcome {
    /** A new result is in force. */
    SOLVED("solved"),
    /** Policies kept changing until the cap of iterations. */
    NOT_CONVERGED("policies still change at the cap of iterations"),
    /** A value is not finite. */
    NOT_FINITE("a value is not finite"),
    /** The system is singular: without an end of the session, a policy may divide the states. */
    BAD_PIVOT("the system is singular: a policy divides the states, or rates lie too far apart");

    private final String meaning;

    SolveOutcome(final String meaning) {
        this.meaning = meaning;
    }

    /**
     * What the outcome means, for messages.
     *
     * @return one phrase
     */
    public String meaning() {
        return meaning;
    }
}
