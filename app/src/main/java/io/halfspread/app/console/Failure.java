package io.halfspread.app.console;

/** Ends a command with one line for the person and an exit code. Carries no stack trace: it is an answer, not a fault. */
public final class Failure extends RuntimeException {
    /** Exit code of a check that failed. */
    public static final int CHECK_FAILED = 1;

    /** Exit code of bad usage or bad input. */
    public static final int BAD_INPUT = 2;

    /** Exit code of a machine or an installation that does not allow the command. */
    public static final int ENVIRONMENT = 3;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Failure(final int exitCode, final String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /**
     * A check did not hold.
     *
     * @param message what, where
     * @return the failure, exit code 1
     */
    public static Failure checkFailed(final String message) {
        return new Failure(CHECK_FAILED, message);
    }

    /**
     * What was given cannot be used.
     *
     * @param message what, where, what is accepted
     * @return the failure, exit code 2
     */
    public static Failure badInput(final String message) {
        return new Failure(BAD_INPUT, message);
    }

    /**
     * The machine does not allow it.
     *
     * @param message what, where, what is needed
     * @return the failure, exit code 3
     */
    public static Failure environment(final String message) {
        return new Failure(ENVIRONMENT, message);
    }

    /**
     * Exit code of the process.
     *
     * @return 1, 2 or 3
     */
    public int exitCode() {
        return exitCode;
    }
}
