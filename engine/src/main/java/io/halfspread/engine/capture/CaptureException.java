package io.halfspread.engine.capture;

/** A capture cannot be opened, read or started. The message is one line: what, where, what is accepted. */
public final class CaptureException extends RuntimeException {
    /** What is wrong, for the caller's exit code. */
    public enum Cause {
        /** The folder already holds something: choose another. */
        NOT_EMPTY,
        /** A live process writes this capture. */
        IN_USE,
        /** The folder is no capture. */
        NOT_A_CAPTURE,
        /** The manifest was changed or is of another layout. */
        BAD_MANIFEST,
        /** Segments do not hold what they should. */
        DAMAGED,
        /** The file system refuses. */
        ENVIRONMENT
    }

    private static final long serialVersionUID = 1L;

    private final Cause kind;

    CaptureException(final Cause kind, final String message) {
        super(message);
        this.kind = kind;
    }

    CaptureException(final Cause kind, final String message, final Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * What is wrong.
     *
     * @return the kind of cause
     */
    public Cause kind() {
        return kind;
    }
}
