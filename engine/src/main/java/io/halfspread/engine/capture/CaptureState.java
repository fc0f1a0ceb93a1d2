package io.halfspread.engine.capture;

/** What a capture's writer is able to do. */
public enum CaptureState {
    /** All is recorded. */
    WRITING,
    /** The disk refused something; recording goes on while the open segment has room. */
    FAILING,
    /** The disk failed: what arrives is counted as lost, the capture ends at the last whole record. */
    LOSING,
    /** Ended. */
    CLOSED
}
