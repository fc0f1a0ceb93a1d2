package io.halfspread.app.capture.catalogue;

import java.util.Locale;

/** Whether a capture can be used. */
public enum CaptureState {
    /** Closed in order. */
    WHOLE,
    /** Its writer died; it was cut at the last whole record. */
    RECOVERED,
    /** Being written. */
    RUNNING,
    /** Its writer died and nobody has recovered it yet, or an import did not come to its end. */
    TORN,
    /** It is not as it was written. */
    DAMAGED;

    /**
     * Name in lists.
     *
     * @return lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether it holds all that it says, and will not change any more.
     *
     * @return true for whole and recovered ones
     */
    public boolean isUsable() {
        return this == WHOLE || this == RECOVERED;
    }
}
