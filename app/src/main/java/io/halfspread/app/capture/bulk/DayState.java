package io.halfspread.app.capture.bulk;

import java.util.Locale;

/** What became of a day. */
public enum DayState {
    /** A capture was made. */
    IMPORTED,
    /** A whole capture of the same files was there. */
    KEPT,
    /** A whole capture of other files was there, and was left alone. */
    CHANGED,
    /** No capture could be made. */
    FAILED,
    /** The import was asked to end before this day was whole. */
    INTERRUPTED;

    /**
     * Name in results.
     *
     * @return lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
