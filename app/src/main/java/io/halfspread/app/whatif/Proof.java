package io.halfspread.app.whatif;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.app.replay.Verification;
import io.halfspread.engine.capture.CaptureKind;
import io.halfspread.engine.capture.CaptureReader;
import io.halfspread.engine.capture.CaptureStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * That the input is what it says, before anything is built on it: a capture is verified, and one that does not verify is
 * refused. Of raw frames nothing is recorded that could be proved; the hash of their baseline stands for them.
 *
 * @param kind    frames, or the kind of the capture
 * @param hash    recorded and repeated hash of a session, input hash of recorded market data, empty for frames
 * @param outputs outputs that were repeated byte by byte
 * @param status  how the capture ended, empty for frames
 * @param note    what the capture says of itself, empty when nothing
 * @param coins   coins of the capture, empty for frames
 */
public record Proof(String kind, String hash, long outputs, String status, String note, List<String> coins) {
    static final String FRAMES = "frames";

    static Proof of(final Path input, final Progress progress) {
        if (!Files.isDirectory(input)) {
            return new Proof(FRAMES, "", 0, "", "", List.of());
        }
        final Verification found = Verification.of(input, progress);
        if (!found.ok()) {
            throw Failure.checkFailed(input + ": does not verify, so nothing can be built on it: "
                    + (found.report().ok()
                            ? found.difference() + " (recorded " + found.recorded() + ", computed " + found.computed()
                                    + ")"
                            : found.report().problem())
                    + "; halfspread verify says more");
        }
        try (CaptureReader records = CaptureReader.open(input)) {
            final CaptureStatus status = found.report().status();
            return new Proof(
                    records.manifest().identity().kind().text(),
                    found.hash(),
                    found.compared(),
                    status == null ? "" : status.text(),
                    found.report().note(),
                    records.manifest().identity().instruments());
        }
    }

    /** Whether a session was recorded, with an engine that decided, and not the market alone. */
    boolean isSession() {
        return !kind.equals(FRAMES)
                && !kind.equals(CaptureKind.IMPORT.text())
                && !kind.equals(CaptureKind.RECORD.text());
    }

    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", kind);
        json.put("hash", hash.isEmpty() ? null : hash);
        json.put("outputs_equal", outputs);
        json.put("status", status.isEmpty() ? null : status);
        json.put("note", note.isEmpty() ? null : note);
        return json;
    }

    String words() {
        if (kind.equals(FRAMES)) {
            return "raw frames: nothing recorded to prove, their replay is the baseline";
        }
        final String ended = status.equals(CaptureStatus.ENDED.text()) ? "" : ", " + status;
        return kind
                + ended
                + (isSession()
                        ? String.format(java.util.Locale.ROOT, ": %,d outputs repeated, all equal, hash ", outputs)
                                + hash
                        : ": records and segments sound, input hash " + hash)
                + (note.isEmpty() ? "" : " (" + note + ")");
    }
}
