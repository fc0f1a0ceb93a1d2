package io.halfspread.gateway.keys;

/** A key that is missing or cannot be used. The message is one line for the operator and holds no key material. */
public final class KeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure. There is no cause: causes could show what they were given.
     *
     * @param message what is wrong, where, what is accepted
     */
    public KeyException(final String message) {
        super(message, null, false, true);
    }
}
