package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.sweep.run.SweepRig;
import io.halfspread.codec.text.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepCommandTest {
    @TempDir
    Path folder;

    private Path frames;
    private Path space;

    @BeforeEach
    void writeASession() throws IOException {
        frames = SweepRig.session(folder.resolve("day.gz"), 4, 40, "HYPE");
        space = Files.writeString(
                folder.resolve("space.json"),
                "{\"half_spread_bps\": {\"from\": 1, \"to\": 8, \"log\": true}, \"skew_adjustment_factor\": {\"from\": 0, \"to\": 2}}");
    }

    @Test
    void shouldWriteAllResultsWhenItEnds() throws IOException {
        final Cli.Ran ran = sweep("a", "--sets", 6);

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("true", ran.text("complete"));
        assertEquals("7", ran.text("work", "replays"));
        final Path out = folder.resolve("a");
        for (final String file :
                List.of("sweep.json", "report.html", "report.json", "results.csv", "results.parquet", "summary.json")) {
            assertTrue(Files.size(out.resolve(file)) > 100, file);
        }
        assertEquals(
                ran.out().strip(), Files.readString(out.resolve("summary.json")).strip());
        final List<String> csv = Files.readAllLines(out.resolve("results.csv"));
        assertEquals(1 + 7 * 3, csv.size());
        assertEquals(
                7, csv.stream().filter(line -> line.startsWith("candidate,")).count());
        final List<String> names = Arrays.asList(csv.get(0).split(","));
        final String[] base = csv.get(3).split(",", -1);
        assertEquals("0", base[names.indexOf("candidate")]);
        assertEquals(
                ran.text("default", "pnl", "value"),
                String.valueOf(Double.parseDouble(base[names.indexOf("pnl_usd")])));
        final Path suggested = out.resolve("tuning_params.suggested.json");
        assertEquals(0, Cli.run("params", "check", suggested).exitCode());
        assertTrue(Files.readString(suggested).startsWith("# Suggested by sweep: "));
    }

    @Test
    void shouldGiveTheSameWhateverTheThreadsAndTheMethodsRounds() {
        for (final String method : List.of("sobol", "halving", "cmaes")) {
            final Cli.Ran one = sweep(method + 1, "--sets", 9, "--method", method, "--threads", 1);
            final Cli.Ran three = sweep(method + 3, "--sets", 9, "--method", method, "--threads", 3);

            assertEquals(0, one.exitCode(), one.err());
            assertEquals(one.text("digest"), three.text("digest"), method);
            assertEquals(one.text("winner", "candidate"), three.text("winner", "candidate"), method);
        }
    }

    @Test
    void shouldRunNothingWhenItIsAskedAgain() {
        final Cli.Ran first = sweep("a", "--sets", 3);

        final Cli.Ran again = sweep("a", "--sets", 3);

        assertEquals("4", first.text("work", "replays_run_now"));
        assertEquals("0", again.text("work", "replays_run_now"));
        assertEquals(first.text("digest"), again.text("digest"));
        assertTrue(again.err().contains("4 replays are there already"), again.err());
    }

    @Test
    void shouldRefuseInOneLineWhenAFolderWasBegunWithOthers() throws IOException {
        assertEquals(0, sweep("a", "--sets", 2).exitCode());

        refused(2, "begun with seed 1, now it is 2", "a", "--sets", 2, "--seed", 2);
        refused(2, "begun with settings.fills queue, now it is touch", "a", "--sets", 2, "--fills", "touch");
        refused(2, "begun with objective pnl, now it is", "a", "--sets", 2, "--objective", "pnl - drawdown");
        Files.writeString(space, "{\"half_spread_bps\": {\"from\": 1, \"to\": 9, \"log\": true}}");
        refused(2, "begun with space.half_spread_bps.to 8.0, now it is 9.0", "a", "--sets", 2);
        SweepRig.session(frames, 5, 40, "HYPE");
        refused(2, "begun with captures[0].", "a", "--sets", 2);
    }

    @Test
    void shouldRefuseInOneLineWhenInputIsBad() throws IOException {
        refused(2, "metric 'pln' is unknown", "a", "--objective", "pln");
        refused(2, "accepted: METRIC<=NUMBER", "a", "--constraint", "drawdown<5");
        refused(2, "--engine dask: accepted: local, spark", "a", "--engine", "dask");
        refused(2, "--master: goes with --engine spark", "a", "--master", "spark://127.0.0.1:1");
        refused(2, "--threads 0: accepted: 1 to 1024", "a", "--threads", 0);
        refused(2, "0 sets cannot be tried", "a", "--sets", 0);
        refused(2, "--latency: goes with --fills queue", "a", "--fills", "touch", "--latency", "5");
        refused(2, "asset HYP is not in the instruments table", "a", "--asset", "HYP");
        Files.writeString(space, "{\"skew_adjustment_factor\": {\"from\": 0, \"to\": 3}}");
        refused(2, "skew_adjustment_factor", "a", "--sets", 2);
        assertFalse(Files.exists(folder.resolve("a")), "nothing was begun");
        final Cli.Ran missing = Cli.run("sweep", folder.resolve("gone.gz"), "-o", folder.resolve("a"));
        assertEquals(2, missing.exitCode());
        assertTrue(missing.isOneLineOfError() && missing.err().contains("no such file or folder"), missing.err());
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b").resolve("notes.txt"), "mine");
        Files.writeString(space, "{\"skew_adjustment_factor\": {\"from\": 0, \"to\": 2}}");
        refused(2, "holds files, but no sweep", "b", "--sets", 2);
    }

    @Test
    void shouldNameWhatItLeavesOutAndUseTheRest() throws IOException {
        final Path other = SweepRig.session(folder.resolve("other.gz"), 5, 20, "PURR");
        final Cli.Ran ran = Cli.run(args("a", "--sets", 2, other));

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains("other.gz is left out: it holds no market data of HYPE but of PURR"), ran.err());
        assertEquals(1, ran.json().member("captures").elements().size());
        assertEquals(1, ran.json().member("left_out").elements().size());
    }

    @Test
    void shouldSearchTheSevenParametersWhenNoSpaceIsNamed() throws IOException {
        final Cli.Ran ran = Cli.run(
                "sweep",
                frames,
                "--asset",
                "HYPE",
                "--sets",
                2,
                "--resamples",
                100,
                "-o",
                folder.resolve("a"),
                "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(
                7,
                StrictJson.parse(Files.readAllBytes(folder.resolve("a").resolve("sweep.json")), false)
                        .root()
                        .member("space")
                        .members()
                        .size());
        assertNotEquals("0", ran.text("work", "events"));
    }

    @Test
    void shouldSayThatNothingTradedWhenNothingDid() {
        final Cli.Ran ran = sweep("a", "--sets", 3, "--fills", "none");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(
                ran.json().member("cautions").elements().stream()
                        .anyMatch(caution -> caution.text().startsWith("The default never traded")),
                ran.out());
    }

    @Test
    void shouldTellAPersonWhenItEnds() {
        final Cli.Ran ran = Cli.run(
                "sweep",
                frames,
                "--asset",
                "HYPE",
                "--space",
                space,
                "--sets",
                2,
                "--resamples",
                100,
                "-o",
                folder.resolve("a"));

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains("digest      "), ran.out());
        assertTrue(ran.out().contains("± "), ran.out());
        assertTrue(ran.out().contains("nothing in force was changed"), ran.out());
    }

    private void refused(final int exitCode, final String part, final String out, final Object... more) {
        final Cli.Ran ran = sweep(out, more);
        assertEquals(exitCode, ran.exitCode(), ran.err());
        assertTrue(ran.isOneLineOfError(), ran.err());
        assertTrue(ran.err().contains(part), ran.err());
    }

    private Cli.Ran sweep(final String out, final Object... more) {
        return Cli.run(args(out, more));
    }

    private Object[] args(final String out, final Object... more) {
        final List<Object> args = new ArrayList<>(
                List.of("sweep", frames, "--space", space, "--resamples", 100, "-o", folder.resolve(out), "--json"));
        if (!Arrays.asList(more).contains("--asset")) {
            args.addAll(List.of("--asset", "HYPE"));
        }
        args.addAll(Arrays.asList(more));
        return args.toArray();
    }
}
