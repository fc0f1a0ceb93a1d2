package io.halfspread.engine.capture;

import java.util.Locale;

/** What kind of session a capture holds. */
public enum CaptureKind {
    /** A real venue, real orders. */
    LIVE,
    /** A real feed, orders filled by a local model. */
    PAPER,
    /** A simulated venue over sockets. */
    SIMULATED,
    /** Engine run over recorded market data. */
    REPLAY,
    /** Recorded frames decoded, no engine: inputs only. */
    IMPORT,
    /** A real feed recorded, no engine: inputs only. */
    RECORD;

    /**
     * Name in the manifest.
     *
     * @return the name, lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
