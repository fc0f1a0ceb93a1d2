package io.halfspread.app.replay;

import io.halfspread.engine.capture.CaptureException;
import io.halfspread.engine.capture.CaptureRecovery;
import io.halfspread.engine.capture.RecoveryReport;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Cuts the torn tail of a capture whose writer died, before anything reads it, and says so. */
public final class CrashedCapture {
    private CrashedCapture() {}

    /**
     * Recovers a capture if it needs it.
     *
     * @param folder a capture; anything else is left to who reads it
     * @param err    told what was done
     */
    public static void recover(final Path folder, final PrintStream err) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            final RecoveryReport report = CaptureRecovery.recover(folder);
            if (report.changed()) {
                err.println(report.text());
            }
        } catch (final CaptureException e) {
            // No capture, or a changed manifest: the reader that comes next names it with its exit code.
            return;
        }
    }
}
