package io.halfspread.gateway.rest;

import java.io.IOException;

/** A query or action over HTTP has no usable answer. The message is one line: what was asked, where, what came instead. */
public final class VenueQueryException extends IOException {
    /** What went wrong. */
    public enum Fault {
        /** No connection could be made: nothing was sent. */
        UNREACHABLE,
        /** Sent, or partly sent, and no answer came in time: an action may have been executed. */
        NO_ANSWER,
        /** The venue does not take this request: it is malformed or not supported there. */
        REFUSED,
        /** The venue, or our own budget, allows no more requests at present: nothing was executed. */
        RATE_LIMITED,
        /** The venue failed inside: an action may have been executed. */
        VENUE_FAILED,
        /** An answer came that does not say what it should. */
        UNREADABLE,
        /** The waiting thread was interrupted. */
        INTERRUPTED
    }

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    VenueQueryException(final Fault fault, final String message) {
        super(message);
        this.fault = fault;
    }

    VenueQueryException(final Fault fault, final String message, final Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /**
     * What went wrong.
     *
     * @return the kind
     */
    public Fault fault() {
        return fault;
    }

    /**
     * Whether an action that ended so may have been executed.
     *
     * @return true when only a query can tell
     */
    public boolean isOutcomeUnknown() {
        return fault == Fault.NO_ANSWER
                || fault == Fault.VENUE_FAILED
                || fault == Fault.UNREADABLE
                || fault == Fault.INTERRUPTED;
    }
}
