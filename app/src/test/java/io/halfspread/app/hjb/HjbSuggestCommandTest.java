package io.halfspread.app.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.text.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suggestion loses less on the same model, lies in a file of its own, and is accepted as a drop. */
class HjbSuggestCommandTest {
    private static final String DEFAULTS = HjbVerbRun.ALTERNATIVE_COIN.formatted("", "");

    @TempDir
    private Path folder;

    @Test
    void shouldNarrowTheStationaryGapWhenTheFileIsDroppedIn() throws IOException {
        final Path file = folder.resolve("hype.suggested.json");

        final HjbVerbRun run = HjbVerbRun.of(DEFAULTS, "hjb", "suggest", "--json", "--out", file.toString());

        assertEquals(0, run.exitCode(), run::err);
        final double before =
                run.json().member("before").member("gapStationaryPct").asDouble();
        final double after =
                run.json().member("after").member("gapStationaryPct").asDouble();
        assertEquals(10.861884, before, 1e-6);
        assertTrue(after < before / 2, before + " -> " + after);
        assertEquals(after, stationaryGapWith(Files.readString(file)), 1e-9);
        assertEquals(0, HjbVerbRun.of("", "params", "check", file.toString()).exitCode());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    /** Drops the values into the frozen model and solves it again. */
    private static double stationaryGapWith(final String file) {
        final String values = file.substring(file.indexOf('{') + 1, file.lastIndexOf('}'));
        final String dropped = HjbVerbRun.ALTERNATIVE_COIN.formatted("," + values, "");
        final JsonNode solved = HjbVerbRun.of(dropped, "hjb", "solve").json();
        return solved.member("summary")
                .member("stationaryHeuristic")
                .member("gapPct")
                .asDouble();
    }

    @Test
    void shouldWarnWhenQuotesHardlyEverFill() {
        final String far = DEFAULTS.replace("\"kb\":0.15,\"ka\":0.15", "\"kb\":3,\"ka\":3");

        final HjbVerbRun run = HjbVerbRun.of(
                far, "hjb", "suggest", "-o", folder.resolve("a.suggested.json").toString());

        assertEquals(0, run.exitCode(), run::err);
        assertTrue(run.out().contains("hardly ever fill"), run.out());
    }

    @Test
    void shouldNeverWriteTheOperatorsFile() throws IOException {
        final Path operators = folder.resolve("tuning_params.json");
        Files.writeString(operators, "{}");

        final HjbVerbRun run = HjbVerbRun.of(DEFAULTS, "hjb", "suggest", "-o", operators.toString());

        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("accepted: a name that ends with .suggested.json"), run.err());
        assertEquals("{}", Files.readString(operators));
    }

    @Test
    void shouldStartFromAFileAndShowBothFigures() throws IOException {
        final Path inForce = folder.resolve("tuning_params.json");
        Files.writeString(inForce, "{\"skew_adjustment_factor\": 1.87} # ours");
        final Path model = folder.resolve("model.json");
        Files.writeString(model, DEFAULTS);
        final Path file = folder.resolve("a.suggested.json");

        final HjbVerbRun run = HjbVerbRun.of(
                "",
                "hjb",
                "suggest",
                "--model",
                model.toString(),
                "--params",
                inForce.toString(),
                "-o",
                file.toString());

        assertEquals(0, run.exitCode(), run::err);
        assertTrue(run.out().startsWith("stationary gap   2."), run.out());
        assertTrue(run.out().contains("USD/h"), run.out());
        assertTrue(run.out().strip().endsWith("a.suggested.json; nothing in force was changed"), run.out());
        assertEquals("{\"skew_adjustment_factor\": 1.87} # ours", Files.readString(inForce));
    }

    @Test
    void shouldRefuseParametersOutOfRange() throws IOException {
        final Path bad = folder.resolve("bad.json");
        Files.writeString(bad, "{\"skew_adjustment_factor\": 9}");

        final HjbVerbRun run = HjbVerbRun.of(
                DEFAULTS,
                "hjb",
                "suggest",
                "--params",
                bad.toString(),
                "-o",
                folder.resolve("a.suggested.json").toString());

        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("skew_adjustment_factor"), run.err());
        assertEquals(1, run.err().lines().count());
        assertFalse(Files.exists(folder.resolve("a.suggested.json")));
    }

    @Test
    void shouldSayWhenTheFolderCannotBeWritten() {
        final HjbVerbRun run = HjbVerbRun.of(
                DEFAULTS,
                "hjb",
                "suggest",
                "-o",
                folder.resolve("absent/a.suggested.json").toString());

        assertEquals(3, run.exitCode());
        assertEquals(1, run.err().lines().count());
    }
}
