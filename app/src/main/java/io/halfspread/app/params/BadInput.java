package io.halfspread.app.params;

/** Something named on the command line that cannot be used; the message is one line. */
final class BadInput extends Exception {
    private static final long serialVersionUID = 1L;

    BadInput(final String message) {
        super(message);
    }
}
