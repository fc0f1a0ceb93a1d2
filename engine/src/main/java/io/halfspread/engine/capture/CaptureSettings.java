package io.halfspread.engine.capture;

/**
 * How a capture is written.
 *
 * @param segmentLength   bytes of a segment, a multiple of {@value #PAGE}
 * @param background      true: segments are made ahead and sealed on a thread of their own, and a writer that outruns it
 *                        loses; false: on the writing thread, which waits
 * @param forceIntervalMs milliseconds between two forces of the open segment to the disk in the background; 0: when a
 *                        segment is sealed only. A killed process loses nothing either way, a power cut what is not forced
 */
public record CaptureSettings(int segmentLength, boolean background, long forceIntervalMs) {
    /** Segment lengths are multiples of this. */
    public static final int PAGE = 4096;

    /** Largest segment. */
    public static final int MAX_SEGMENT_LENGTH = 1 << 30;

    private static final int DEFAULT_SEGMENT_LENGTH = 64 << 20;
    private static final int OFFLINE_SEGMENT_LENGTH = 16 << 20;

    /** A running market: never waits for the disk, forces once a second. */
    public static final CaptureSettings LIVE = new CaptureSettings(DEFAULT_SEGMENT_LENGTH, true, 1_000);

    /** Import and replay: the writer waits for the disk. */
    public static final CaptureSettings OFFLINE = new CaptureSettings(OFFLINE_SEGMENT_LENGTH, false, 0);

    /** Checks the ranges. */
    public CaptureSettings {
        if (segmentLength < PAGE || segmentLength > MAX_SEGMENT_LENGTH || segmentLength % PAGE != 0) {
            throw new IllegalArgumentException("segment length " + segmentLength + ": accepted is a multiple of " + PAGE
                    + " from " + PAGE + " to " + MAX_SEGMENT_LENGTH);
        }
        if (forceIntervalMs < 0) {
            throw new IllegalArgumentException("force interval " + forceIntervalMs + " ms: accepted is 0 or more");
        }
    }
}
