package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.sweep.run.SweepJournal;
import io.halfspread.app.sweep.run.SweepRig;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep in a process of its own is killed at a random instant and gone on with. One kill in the build; {@code
 * -Dhalfspread.kills=50} for more, {@code -Dhalfspread.seed=N} for other instants.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class SweepKillTest {
    private static final int KILLS = Integer.getInteger("halfspread.kills", 1);
    private static final int SETS = 12;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    private Path folder;

    private final Random random = new Random(Long.getLong("halfspread.seed", 8));

    @Test
    void shouldGiveTheSameDigestAndRunNothingTwiceWhenKilledAndGoneOnWith() throws Exception {
        final Path frames = SweepRig.session(folder.resolve("day.gz"), 4, 60, "HYPE");
        final String whole = finish(frames, "whole");
        int killedWithSome = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            final String name = "killed-" + kill;
            final int kept = killAt(frames, name, 1 + random.nextInt(SETS - 1));
            killedWithSome += kept > 0 && kept < SETS + 1 ? 1 : 0;
            assertEquals(whole, finish(frames, name));
            try (SweepJournal journal = SweepJournal.open(folder.resolve(name).resolve("outcomes.journal"))) {
                assertEquals(SETS + 1, journal.records(), "each set once");
                assertEquals(SETS + 1, journal.outcomes().size());
            }
        }
        assertTrue(killedWithSome > 0, "no kill came in the middle");
    }

    /** Kills a sweep when its journal has grown by some outcomes, at any byte of the next; what was kept then. */
    private int killAt(final Path frames, final String name, final int outcomes) throws Exception {
        final Path journal = folder.resolve(name).resolve("outcomes.journal");
        final long least = outcomes * (Files.size(folder.resolve("whole").resolve("outcomes.journal")) / (SETS + 1));
        try (ChildRun run = start(frames, name)) {
            final long deadlineNs = System.nanoTime() + PATIENCE_NS;
            while ((Files.notExists(journal) || Files.size(journal) < least) && System.nanoTime() < deadlineNs) {
                Thread.onSpinWait();
            }
            run.signal("KILL");
            assertEquals(137, run.exitCode(), run::log);
        }
        try (SweepJournal kept = SweepJournal.open(journal)) {
            assertTrue(
                    kept.outcomes().size() >= outcomes - 1,
                    "kept " + kept.outcomes().size());
            return kept.outcomes().size();
        }
    }

    private String finish(final Path frames, final String name) throws Exception {
        try (ChildRun run = start(frames, name)) {
            final String line = run.line();
            assertEquals(0, run.exitCode(), run::log);
            final JsonNode summary = StrictJson.parse(line, false).root();
            assertEquals("true", summary.member("complete").text());
            assertEquals(
                    String.valueOf(SETS + 1),
                    summary.member("work").member("replays_run_ever").text());
            return summary.member("digest").text();
        }
    }

    private ChildRun start(final Path frames, final String name) throws Exception {
        return ChildRun.start(
                folder,
                null,
                "sweep",
                frames.toString(),
                "--asset",
                "HYPE",
                "--sets",
                String.valueOf(SETS),
                "--threads",
                "1",
                "--resamples",
                "100",
                "--space",
                Path.of(System.getProperty("halfspread.home"), "config/spaces/seven.json")
                        .toString(),
                "--config",
                Path.of(System.getProperty("halfspread.home"), "config/halfspread.yaml")
                        .toString(),
                "-o",
                folder.resolve(name).toString(),
                "--json");
    }
}
