package io.halfspread.app.live;

import io.halfspread.engine.capture.CaptureException;
import io.halfspread.engine.capture.CaptureRecovery;
import io.halfspread.engine.capture.RecoveryReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Brings the captures of sessions whose process died into order, before a new one begins. */
final class CrashedCaptures {
    private CrashedCaptures() {}

    /**
     * Recovers what needs it; what cannot be is said and left alone.
     *
     * @param captures folder of all captures, present or not
     * @param log      gets a line for each capture that was recovered
     */
    static void recover(final Path captures, final Consumer<String> log) {
        if (!Files.isDirectory(captures)) {
            return;
        }
        final List<Path> folders;
        try (Stream<Path> entries = Files.list(captures)) {
            folders = entries.filter(Files::isDirectory).sorted().toList();
        } catch (final IOException e) {
            log.accept("WARN " + captures + ": cannot be listed: " + e.getMessage());
            return;
        }
        for (final Path folder : folders) {
            try {
                final RecoveryReport report = CaptureRecovery.recover(folder);
                if (report.changed()) {
                    log.accept("Capture of an earlier session: " + report.text());
                }
            } catch (final CaptureException e) {
                // No capture, or one that another tool must look at: not the business of a session that starts.
                continue;
            }
        }
    }
}
