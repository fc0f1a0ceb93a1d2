package io.halfspread.sim.wire;

/** A body that does not parse into what the venue knows; answered with status 422. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message what and where
     */
    public Unreadable(final String message) {
        super(message, null, false, false);
    }
}
