package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The captures lie on a file system with room for one segment, mounted for the process of the session alone. */
@Timeout(120)
class FullDiskTest {
    private static final String MOUNT = "mount -t tmpfs -o size=1500k tmpfs \"$0\" && ";

    @TempDir
    private Path folder;

    @Test
    void shouldStopInOrderWhenTheDiskIsFull() throws Exception {
        try (PlainVenue venue = new PlainVenue(1);
                ChildRun run = start(venue, "stop")) {
            assertEquals("quoting", run.line(), run::log);
            final String summary = run.line();
            assertEquals(3, run.exitCode(), summary);
            assertTrue(summary.contains("inputs and"), summary);
            assertTrue(run.log().contains("WARN capture in trouble: "), run::log);
            assertTrue(run.log().contains("WARN capture loses records: "), run::log);
            assertTrue(run.log().contains("; the session stops"), run::log);
        }
    }

    @Test
    void shouldGoOnWithoutCaptureWhenConfigured() throws Exception {
        try (PlainVenue venue = new PlainVenue(1);
                ChildRun run = start(venue, "go_on")) {
            assertEquals("quoting", run.line(), run::log);
            while (!run.log().contains("; trading goes on without")) {
                Thread.onSpinWait();
            }
            run.signal("TERM");
            assertTrue(run.line().contains("\"verified\":true"), run::log);
            assertEquals(0, run.exitCode(), run::log);
        }
    }

    private ChildRun start(final PlainVenue venue, final String onLoss) throws Exception {
        final Path captures = Files.createDirectories(folder.resolve("captures"));
        final List<String> shell = List.of("unshare", "-r", "-m", "sh", "-c");
        assumeTrue(canMount(captures), "no file system can be mounted here: a full disk is not tested");
        final Path wiring = PaperWiring.write(folder, "shared");
        Files.writeString(
                wiring,
                Files.readString(wiring)
                        .replace("  segment_mib: 1", "  segment_mib: 1\n  on_loss: " + onLoss)
                        .replace("instruments:", "ring:\n  slots: 1024\ninstruments:"));
        return ChildRun.start(
                folder,
                null,
                List.of(
                        shell.get(0),
                        shell.get(1),
                        shell.get(2),
                        shell.get(3),
                        shell.get(4),
                        MOUNT + "exec \"$@\"",
                        captures.toString()),
                List.of(),
                "run",
                "--config",
                wiring.toString(),
                "--venue-url",
                venue.url(),
                "--json");
    }

    static boolean canMount(final Path where) throws Exception {
        try {
            final Process process = new ProcessBuilder(
                            "unshare", "-r", "-m", "sh", "-c", MOUNT + "true", where.toString())
                    .redirectErrorStream(true)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (final java.io.IOException e) {
            return false;
        }
    }
}
