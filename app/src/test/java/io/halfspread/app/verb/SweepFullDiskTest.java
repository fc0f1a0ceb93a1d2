package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.halfspread.app.Halfspread;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.sweep.run.SweepRig;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sweep's folder lies on a file system with room for a few outcomes, mounted for its process alone. */
@Timeout(120)
class SweepFullDiskTest {
    @TempDir
    private Path folder;

    @Test
    void shouldNameTheDiskAndKeepWhatEndedWhenItIsFull() throws Exception {
        final Path home = Path.of(System.getProperty("halfspread.home"));
        final Path out = Files.createDirectories(folder.resolve("out"));
        assumeTrue(FullDiskTest.canMount(out), "no file system can be mounted here: a full disk is not tested");
        final Path frames = SweepRig.session(folder.resolve("day.gz"), 4, 20, "HYPE");
        try (ChildRun run = ChildRun.start(
                folder,
                null,
                List.of(
                        "unshare",
                        "-r",
                        "-m",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=16k tmpfs \"$0\" && exec \"$@\"",
                        out.toString()),
                List.of(),
                "sweep",
                capture(frames),
                "--asset",
                "HYPE",
                "--space",
                home.resolve("config/spaces/seven.json").toString(),
                "--config",
                home.resolve("config/halfspread.yaml").toString(),
                "-o",
                out.toString(),
                "--json")) {
            assertNull(run.line(), "no result");
            assertEquals(3, run.exitCode(), run::log);
            assertTrue(run.log().contains("outcomes.journal: cannot be written: "), run::log);
            assertTrue(run.log().contains(" outcomes are kept, and the same command goes on from them"), run::log);
        }
    }

    private String capture(final Path frames) {
        final Path capture = folder.resolve("capture");
        final PrintStream none = new PrintStream(OutputStream.nullOutputStream());
        assertEquals(
                0,
                Halfspread.run(
                        new Terminal(new ByteArrayInputStream(new byte[0]), none, none, false),
                        "import",
                        frames.toString(),
                        "-o",
                        capture.toString()));
        return capture.toString();
    }
}
