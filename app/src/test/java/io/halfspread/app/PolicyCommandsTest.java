package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.text.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Policies from the command line: a recording calibrated, quoted by a table, compared, solved again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PolicyCommandsTest {
    private Path folder;
    private Path frames;

    @BeforeAll
    void synthesise(@TempDir final Path temporary) {
        folder = temporary;
        frames = folder.resolve("session.gz");
        assertEquals(0, Cli.run("synth", frames, "--seed", 6, "--seconds", 40).exitCode());
    }

    @Test
    void shouldReplayByATableAndSolveItAgain() throws IOException {
        final Path capture = folder.resolve("by-table");
        final Cli.Ran first =
                Cli.run("replay", frames, "--asset", "HYPE", "--quote-source", "hjb", "--json", "--out", capture);
        assertEquals(0, first.exitCode(), first.err());
        assertTrue(first.json().member("solves").asDouble() >= 7);
        assertEquals("0", first.text("discarded_solves"));
        assertEquals(
                first.text("hash"),
                Cli.run("replay", frames, "--asset", "HYPE", "--quote-source", "hjb", "--json")
                        .text("hash"));

        final Cli.Ran verified = Cli.run("verify", capture, "--resolve", "--json");

        assertEquals(0, verified.exitCode(), verified.err() + verified.out());
        assertEquals(first.text("hash"), verified.text("hash"));
        assertEquals("true", verified.text("resolve", "ok"));
        assertTrue(verified.json().member("resolve").member("tables_equal").asDouble() >= 7);
        final String decided = Cli.run("dump", capture).lines().stream()
                .filter(line -> line.contains("\"source\":\"HJB\""))
                .reduce((before, last) -> last)
                .orElseThrow();
        final Cli.Ran explained = Cli.run(
                "explain", capture, "--seq", decided.replaceAll(".*\"causeSequence\":(\\d+).*", "$1"), "--json");
        assertTrue(explained.out().contains("\"equals_recorded\":true"), explained.out());
        assertTrue(explained.out().contains("policy version"), explained.out());
        final Cli.Ran unchanged = Cli.run("replay", capture, "--json");
        assertEquals(first.text("hash"), unchanged.text("hash"));
        assertEquals("0", unchanged.text("solves"));
        final Cli.Ran overridden = Cli.run("replay", capture, "--quote-source", "blend", "--json");
        assertNotEquals(first.text("hash"), overridden.text("hash"));
        assertTrue(overridden.json().member("skipped_policy_events").asDouble() > 0);
        assertTrue(overridden.json().member("solves").asDouble() >= 7);
    }

    @Test
    void shouldPrintAModelThatTheOtherVerbsRead() {
        final Cli.Ran calibrated = Cli.run("hjb", "calibrate", frames, "--asset", "HYPE", "--model", "HYPE");
        assertEquals(0, calibrated.exitCode(), calibrated.err());

        final Cli.Ran solved = Cli.runWithInput(calibrated.out(), "hjb", "solve");
        final Cli.Ran explained = Cli.runWithInput(calibrated.out(), "hjb", "explain", "--json");

        assertEquals(0, solved.exitCode(), solved.err());
        assertTrue(solved.json().member("discounted").member("gapPct") != null);
        assertEquals(0, explained.exitCode(), explained.err());
        for (final String input : List.of("Ab", "Aa", "kb", "ka", "theta", "sx", "c", "eps")) {
            assertTrue(calibrated.json().member("standardErrors").member(input).asDouble() > 0, input);
        }
    }

    @Test
    void shouldReportModelsAndGapsOverTime() {
        final Cli.Ran calibrated = Cli.run("hjb", "calibrate", frames, "--asset", "HYPE", "--json");
        assertEquals(0, calibrated.exitCode(), calibrated.err());

        final JsonNode coin = calibrated.json().member("HYPE");

        assertTrue(coin.member("models").asDouble() >= 7);
        assertTrue(coin.member("sigma").asDouble() > 0);
        assertTrue(coin.member("gaps").elements().size() >= 1);
        coin.member("gaps")
                .elements()
                .forEach(gap -> assertTrue(gap.member("gapPct").asDouble() >= 0));
        final Cli.Ran shown = Cli.run("hjb", "calibrate", frames, "--asset", "HYPE");
        assertTrue(shown.out().contains("bps per root second"), shown.out());
    }

    @Test
    void shouldPutQuoteSourcesSideBySide() {
        final Cli.Ran compared =
                Cli.run("hjb", "compare", frames, "--asset", "HYPE", "--sources", "heuristic,hjb", "--json");
        assertEquals(0, compared.exitCode(), compared.err());

        final JsonNode heuristic = compared.json().member("heuristic").member("HYPE");
        final JsonNode byTable = compared.json().member("hjb").member("HYPE");

        assertEquals(
                Cli.run("replay", frames, "--asset", "HYPE", "--json").text("hash"),
                heuristic.member("hash").text());
        assertEquals(0, heuristic.member("by_policy_share").asDouble());
        assertTrue(byTable.member("by_policy_share").asDouble() > 0.5);
        assertTrue(byTable.member("markouts_bps") != null);
    }

    @Test
    void shouldSayInOneLineWhatIsNotAccepted() throws IOException {
        final Cli.Ran noModel = Cli.run("hjb", "calibrate", frames, "--asset", "HYPE", "--model", "BTC");
        assertEquals(2, noModel.exitCode());
        assertTrue(noModel.err().contains("accepted: HYPE"), noModel.err());
        final Cli.Ran noFills = Cli.run("hjb", "compare", frames, "--fills", "recorded");
        assertEquals(2, noFills.exitCode());
        assertTrue(noFills.err().contains("accepted: none, touch"), noFills.err());
        final Path config = Files.writeString(folder.resolve("bad.yaml"), "solver:\n  signal_nodes: 20\n");
        final Cli.Ran badNodes = Cli.run("replay", frames, "--config", config);
        assertEquals(2, badNodes.exitCode());
        assertTrue(badNodes.err().contains("solver.signal_nodes"), badNodes.err());
    }
}
