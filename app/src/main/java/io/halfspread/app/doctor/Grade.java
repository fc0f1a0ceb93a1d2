package io.halfspread.app.doctor;

/** How a check came out. */
public enum Grade {
    /** As it should be. */
    OK,
    /** Works, but worse than it could; the text says what to do. */
    WARN,
    /** Does not work. */
    FAIL
}
