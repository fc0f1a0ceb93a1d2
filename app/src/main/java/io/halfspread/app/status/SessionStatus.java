package io.halfspread.app.status;

import io.halfspread.app.view.InputNotes;
import io.halfspread.app.view.OutputSink;
import io.halfspread.app.view.SessionView;
import io.halfspread.engine.capture.CaptureReader;
import io.halfspread.engine.capture.CaptureStatus;
import io.halfspread.engine.capture.Manifest;
import io.halfspread.engine.handler.QuotingHandler;
import java.nio.file.Path;

/**
 * A session as it stands: its capture read as far as it has grown, its inputs run through an engine of our own. Looking
 * again goes on where the last look ended.
 */
public final class SessionStatus {
    private final Path folder;
    private final SessionView view = new SessionView();
    private Manifest manifest;
    private boolean written;
    private long records;

    /**
     * Prepares to look at a capture.
     *
     * @param folder the capture
     */
    public SessionStatus(final Path folder) {
        this.folder = folder;
    }

    /** Reads what has come since the last look. */
    public void look() {
        try (CaptureReader reader = CaptureReader.open(folder)) {
            manifest = reader.manifest();
            written = reader.isBeingWritten();
            for (long record = 0; reader.next(); record++) {
                if (record < records) {
                    continue;
                }
                records++;
                if (reader.isInput()) {
                    view.onInput(reader.buffer(), reader.offset(), reader.length(), reader.sequence());
                } else {
                    view.onOutput(reader.buffer(), reader.offset());
                }
            }
        }
    }

    Path folder() {
        return folder;
    }

    Manifest manifest() {
        return manifest;
    }

    /** Whether it runs, ended in order, or lost its process. */
    String state() {
        if (manifest.status() == CaptureStatus.RUNNING) {
            return written ? "running" : "crashed";
        }
        return manifest.status() == CaptureStatus.ENDED
                ? "ended"
                : "crashed, " + manifest.status().text();
    }

    /**
     * Whether its process lives.
     *
     * @return false when it has ended, in order or not
     */
    public boolean isRunning() {
        return state().equals("running");
    }

    SessionView view() {
        return view;
    }

    QuotingHandler engine() {
        return view.engine();
    }

    OutputSink outputs() {
        return view.outputs();
    }

    InputNotes inputs() {
        return view.notes();
    }
}
