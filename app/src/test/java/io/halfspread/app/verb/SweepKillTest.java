package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.sweep.run.SweepJournal;
import io.halfspread.app.sweep.run.SweepRig;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private static final int SETS = 40;
    private static final int MOST_RUNS = 20;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    private Path folder;

    private final Random random = new Random(Long.getLong("halfspread.seed", 8));

    @Test
    void shouldGiveTheSameDigestAndRunNothingTwiceWhenKilledAndGoneOnWith() throws Exception {
        final Path frames = SweepRig.session(folder.resolve("day.gz"), 4, 60, "HYPE");
        final String whole = finish(frames, "whole");
        int killed = 0;
        for (int run = 0; killed < KILLS; run++) {
            assertTrue(run < MOST_RUNS + KILLS, "no kill came before the end");
            final String name = "killed-" + run;
            killed += isKilledAt(frames, name, 1 + random.nextInt(SETS / 3)) ? 1 : 0;
            assertEquals(whole, finish(frames, name));
            try (SweepJournal journal = SweepJournal.open(folder.resolve(name).resolve("outcomes.journal"))) {
                assertEquals(SETS + 1, journal.records(), "each set once");
                assertEquals(SETS + 1, journal.outcomes().size());
            }
        }
    }

    @Test
    void shouldKeepWhatEndedWhenItIsInterrupted() throws Exception {
        final Path frames = SweepRig.session(folder.resolve("day.gz"), 4, 60, "HYPE");
        final String whole = finish(frames, "whole");
        try (ChildRun run = start(frames, "interrupted", "--threads", "2")) {
            awaitOutcomes("interrupted", 2);
            run.signal("INT");
            final JsonNode summary = StrictJson.parse(run.line(), false).root();
            run.exitCode();
            final String kept = summary.member("complete").text().equals("true")
                    ? String.valueOf(SETS + 1)
                    : summary.member("replays").text();
            assertTrue(Integer.parseInt(kept) >= 2, kept);
            try (SweepJournal journal = SweepJournal.open(folder.resolve("interrupted/outcomes.journal"))) {
                assertEquals(kept, String.valueOf(journal.records()));
                assertEquals(0, journal.cut());
            }
        }
        assertEquals(whole, finish(frames, "interrupted"));
    }

    /** Kills a sweep when its journal has grown by some outcomes, at any byte of the next; false when it ended before. */
    private boolean isKilledAt(final Path frames, final String name, final int outcomes) throws Exception {
        final ChildRun run = start(frames, name);
        awaitOutcomes(name, outcomes);
        run.close();
        if (run.exitCode() == 0) {
            return false;
        }
        try (SweepJournal kept = SweepJournal.open(folder.resolve(name).resolve("outcomes.journal"))) {
            assertTrue(
                    kept.outcomes().size() >= outcomes - 1,
                    "kept " + kept.outcomes().size());
            return kept.outcomes().size() <= SETS;
        }
    }

    private void awaitOutcomes(final String name, final int outcomes) throws Exception {
        final Path journal = folder.resolve(name).resolve("outcomes.journal");
        final long least = outcomes * (Files.size(folder.resolve("whole").resolve("outcomes.journal")) / (SETS + 1));
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while ((Files.notExists(journal) || Files.size(journal) < least) && System.nanoTime() < deadlineNs) {
            Thread.onSpinWait();
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

    private ChildRun start(final Path frames, final String name, final String... more) throws Exception {
        final List<String> args = new ArrayList<>(List.of(
                "sweep",
                frames.toString(),
                "--asset",
                "HYPE",
                "--sets",
                String.valueOf(SETS),
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
                "--json"));
        args.addAll(List.of(more));
        return ChildRun.start(folder, null, args.toArray(String[]::new));
    }
}
