package io.halfspread.app.live;

import io.halfspread.codec.event.SessionKind;
import io.halfspread.engine.capture.CaptureKind;

/** Who answers a session's orders. */
public enum SessionMode {
    /** The venue's own exchange; a key is needed. */
    LIVE(SessionKind.LIVE, CaptureKind.LIVE),
    /** A local model of fills on the venue's market data; nothing is sent. */
    PAPER(SessionKind.PAPER, CaptureKind.PAPER),
    /** A simulated venue over sockets. */
    SIMULATED(SessionKind.SIMULATED, CaptureKind.SIMULATED);

    private final SessionKind kind;
    private final CaptureKind captureKind;

    SessionMode(final SessionKind kind, final CaptureKind captureKind) {
        this.kind = kind;
        this.captureKind = captureKind;
    }

    /**
     * What the session's first event says.
     *
     * @return the kind
     */
    public SessionKind kind() {
        return kind;
    }

    /**
     * What the manifest of its capture says.
     *
     * @return the kind
     */
    public CaptureKind captureKind() {
        return captureKind;
    }

    /**
     * Whether orders leave the process.
     *
     * @return false for paper
     */
    public boolean trades() {
        return this != PAPER;
    }
}
