package io.halfspread.engine.capture;

import java.util.Locale;

/** How a capture's last writer left it. */
public enum CaptureStatus {
    /** Being written, or its writer died and nobody has recovered it yet. */
    RUNNING,
    /** Closed in order. */
    ENDED,
    /** Its writer died; the torn tail was cut at the last whole record. */
    RECOVERED,
    /** A record before the tail is damaged: kept as found. */
    QUARANTINED;

    /**
     * Name in the manifest.
     *
     * @return the name, lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
