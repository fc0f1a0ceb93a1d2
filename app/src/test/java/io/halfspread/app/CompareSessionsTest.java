package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.text.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sessions side by side, and one recording under two parameter files. */
final class CompareSessionsTest {
    private static final Path HOME = Path.of(System.getProperty("halfspread.home", "."));
    private static final Path SESSION = HOME.resolve("config/sessions/hype-synthetic.gz");

    @TempDir
    private static Path folder;

    private static Path capture;

    @BeforeAll
    static void replay() {
        capture = folder.resolve("capture");
        assertEquals(
                0,
                Cli.run("replay", SESSION, "--asset", "HYPE", "--out", capture).exitCode());
    }

    @Test
    void shouldFindNothingDifferentWhenASessionIsComparedWithItself() {
        final Cli.Ran ran = Cli.run("compare", capture, capture, "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(
                JsonNode.Kind.NULL, ran.json().member("first_diverging_quote").kind());
        assertEquals("0", ran.text("fills", "gained", "count"));
        assertEquals("0", ran.text("fills", "lost", "count"));
        assertEquals("0.0", ran.text("total", "pnl", "delta"));
    }

    @Test
    void shouldNameTheFirstDifferingQuoteAndItsCauseWhenParametersDiffer() throws IOException {
        final Path params = folder.resolve("lean.json");
        Files.writeString(params, "{\"skew_adjustment_factor\": 1.5}");

        final Cli.Ran ran = Cli.run("compare", SESSION, "--asset", "HYPE", "--params", params, "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        final JsonNode first = ran.json().member("first_diverging_quote");
        assertEquals(
                first.member("a").member("seq").text(),
                first.member("b").member("seq").text());
        assertEquals(
                "parameter skew_adjustment_factor: 0.5 in A, 1.5 in B",
                first.member("causes").elements().get(0).text());
        assertTrue(
                first.member("causes").elements().stream()
                        .anyMatch(cause -> cause.text().contains("skew s = ")),
                "the term that moved");
    }

    @Test
    void shouldRefuseWhenTheTwoTradeOtherCoins() {
        final Path frames = folder.resolve("eth.gz");
        final Path other = folder.resolve("eth");
        assertEquals(
                0,
                Cli.run(
                                "synth",
                                frames,
                                "--seed",
                                "3",
                                "--seconds",
                                "5",
                                "--asset",
                                "ETH",
                                "--price",
                                "3000",
                                "--sz-decimals",
                                "4")
                        .exitCode());
        assertEquals(
                0, Cli.run("replay", frames, "--asset", "ETH", "--out", other).exitCode());

        final Cli.Ran ran = Cli.run("compare", capture, other);

        assertEquals(2, ran.exitCode());
        assertTrue(ran.isOneLineOfError() && ran.err().contains("same coins"), ran.err());
    }

    @Test
    void shouldSayHowToAskWhenOneRecordingComesWithoutParameters() {
        final Cli.Ran ran = Cli.run("compare", capture);

        assertEquals(2, ran.exitCode());
        assertTrue(ran.isOneLineOfError() && ran.err().contains("--params"), ran.err());
    }
}
