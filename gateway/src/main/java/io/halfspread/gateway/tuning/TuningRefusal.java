package io.halfspread.gateway.tuning;

/** A tuning file that a session cannot be opened with. The message is one line: what, where, what is accepted. */
public final class TuningRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the refusal.
     *
     * @param message one line
     */
    public TuningRefusal(final String message) {
        super(message);
    }
}
