package io.halfspread.app.watchdog;

import io.halfspread.engine.capture.CapturePulse;
import io.halfspread.engine.capture.CaptureReader;
import io.halfspread.engine.capture.CaptureStatus;
import java.nio.file.Path;

/** Whether the maker lives, by its capture. For one thread. */
final class MakerPulse implements AutoCloseable {
    private final Path capture;
    private final CapturePulse pulse;
    private long progressNs;

    /**
     * Begins to listen.
     *
     * @param capture the session's capture
     * @param nowNs   a monotonic time
     */
    MakerPulse(final Path capture, final long nowNs) {
        this.capture = capture;
        pulse = new CapturePulse(capture);
        progressNs = nowNs;
    }

    /** Listens once; answers for how long nothing was heard, ns. */
    long silentNs(final long nowNs) {
        if (pulse.look() > 0) {
            progressNs = nowNs;
        }
        return nowNs - progressNs;
    }

    /** What the capture and its lock say of the process that writes it. */
    State state() {
        try (CaptureReader reader = CaptureReader.open(capture)) {
            if (reader.manifest().status() == CaptureStatus.RUNNING) {
                return reader.isBeingWritten() ? State.RUNNING : State.GONE;
            }
            return reader.manifest().status() == CaptureStatus.ENDED ? State.ENDED : State.GONE;
        }
    }

    Path capture() {
        return capture;
    }

    @Override
    public void close() {
        pulse.close();
    }

    /** What became of the maker. */
    enum State {
        /** Its process lives. */
        RUNNING,
        /** It ended in order. */
        ENDED,
        /** Its process is gone without an end. */
        GONE
    }
}
