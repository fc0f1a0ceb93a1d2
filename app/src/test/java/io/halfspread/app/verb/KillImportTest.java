package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.capture.MadeFrames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An import is killed while it is at work, and started again. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KillImportTest {
    private static final int DAYS = 8;
    private static final int FRAMES = 12_000;
    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    @Test
    void shouldKeepWholeDaysAndMakeTheTornOneAgainAfterAKill() throws Exception {
        final Path data = folder.resolve("data");
        for (int day = 0; day < DAYS; day++) {
            MadeFrames.gzip(data.resolve("btc-" + day + ".gz"), "BTC", MadeFrames.ms(day, 3_600_000), FRAMES);
        }
        final Path out = folder.resolve("out/data");
        try (ChildRun run = start(data, "out")) {
            while (days(out).isEmpty()) {
                assertTrue(ProcessHandle.of(run.pid()).isPresent(), run::log);
                Thread.onSpinWait();
            }
            run.signal("KILL");
            assertEquals(KILLED, run.exitCode());
        }
        final Map<Path, FileTime> before = times(out);
        assertNotEquals(DAYS, before.size(), "killed too late");

        try (ChildRun again = start(data, "out");
                ChildRun whole = start(data, "whole")) {
            assertTrue(again.line().endsWith("}"), again::log);
            assertEquals(0, again.exitCode(), again::log);
            whole.line();
            assertEquals(0, whole.exitCode(), whole::log);
        }

        final Map<Path, FileTime> after = times(out);
        assertEquals(DAYS, after.size());
        before.forEach((day, time) -> assertEquals(time, after.get(day), "made again: " + day));
        for (final Path day : after.keySet()) {
            for (final String name : List.of("manifest.yaml", "segment-000000.hsc", "quality.json")) {
                final Path twin = folder.resolve("whole/data").resolve(day.getFileName());
                assertEquals(-1, Files.mismatch(day.resolve(name), twin.resolve(name)), day + " " + name);
            }
        }
        try (Stream<Path> left = Files.list(out)) {
            assertEquals(
                    0,
                    left.filter(path -> path.toString().endsWith(".importing")).count());
        }
    }

    private ChildRun start(final Path data, final String into) throws IOException {
        return ChildRun.start(folder, null, "import", data.toString(), "--into", into, "--threads", "1", "--json");
    }

    private static List<Path> days(final Path out) throws IOException {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(out)) {
            return found.filter(path -> path.getFileName().toString().matches("\\d{4}-\\d{2}-\\d{2}"))
                    .toList();
        }
    }

    private static Map<Path, FileTime> times(final Path out) throws IOException {
        final Map<Path, FileTime> times = new HashMap<>();
        for (final Path day : days(out)) {
            times.put(day, Files.getLastModifiedTime(day.resolve("manifest.yaml")));
        }
        return times;
    }
}
