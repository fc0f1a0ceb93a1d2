package io.halfspread.app.status;

import io.halfspread.app.console.Failure;
import io.halfspread.engine.capture.CaptureException;
import io.halfspread.engine.capture.CaptureKind;
import io.halfspread.engine.capture.CaptureReader;
import io.halfspread.engine.capture.CaptureStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the session a person means who names none: the one that runs, else the newest. */
public final class SessionFinder {
    private static final Set<CaptureKind> SESSIONS =
            EnumSet.of(CaptureKind.LIVE, CaptureKind.PAPER, CaptureKind.SIMULATED);

    private SessionFinder() {}

    /**
     * Looks through a folder of captures.
     *
     * @param captures the folder
     * @return the capture of a session
     * @throws Failure when there is none
     */
    public static Path newest(final Path captures) {
        Path newest = null;
        long newestId = Long.MIN_VALUE;
        boolean newestRuns = false;
        for (final Path folder : folders(captures)) {
            try (CaptureReader reader = CaptureReader.open(folder)) {
                if (!SESSIONS.contains(reader.manifest().identity().kind())) {
                    continue;
                }
                final boolean runs = reader.manifest().status() == CaptureStatus.RUNNING && reader.isBeingWritten();
                final long id = Files.getLastModifiedTime(folder).toMillis();
                if (newest == null || runs && !newestRuns || runs == newestRuns && id > newestId) {
                    newest = folder;
                    newestId = id;
                    newestRuns = runs;
                }
            } catch (final CaptureException | IOException e) {
                // No capture, or one that cannot be read: not the session that is looked for.
                continue;
            }
        }
        if (newest == null) {
            throw Failure.badInput(captures + ": no session there; run, demo or --capture DIR make or name one");
        }
        return newest;
    }

    private static List<Path> folders(final Path captures) {
        if (!Files.isDirectory(captures)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(captures)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (final IOException e) {
            throw Failure.environment(captures + ": cannot be listed: " + e.getMessage());
        }
    }
}
