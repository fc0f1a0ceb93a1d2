package io.halfspread.app.planted;

/** The last of a chain of uses in the wrong direction. */
public final class Upward {}
