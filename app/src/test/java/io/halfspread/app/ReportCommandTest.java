package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of replays of the shipped session. */
final class ReportCommandTest {
    private static final Path HOME = Path.of(System.getProperty("halfspread.home", "."));
    private static final Path SESSION = HOME.resolve("config/sessions/hype-synthetic.gz");

    @TempDir
    private static Path folder;

    private static Path capture;
    private static Cli.Ran replayed;

    @BeforeAll
    static void replay() {
        capture = folder.resolve("capture");
        replayed = Cli.run("replay", SESSION, "--asset", "HYPE", "--out", capture, "--json");
        assertEquals(0, replayed.exitCode(), replayed.err());
    }

    private static JsonNode figures() throws IOException {
        return StrictJson.parse(
                        Files.readString(capture.resolve("figures.json")).strip(), false)
                .root();
    }

    @Test
    void shouldWriteTheReportBesideTheCaptureWhenAReplayIsRecorded() throws IOException {
        final String html = Files.readString(capture.resolve("report.html"));

        assertEquals("306aa7af96172383", replayed.text("hash"));
        assertTrue(html.contains("<h2>HYPE</h2>") && html.contains("Formulas"), "sections");
        assertFalse(html.contains("<script") || html.contains("http") || html.contains("src="), "needs nothing else");
    }

    @Test
    void shouldSayWhatTheReplaySumsWhenFiguresAreComputed() throws IOException {
        final JsonNode figures = figures();
        final JsonNode coin = figures.member("by_asset").member("HYPE");

        assertEquals(
                number(replayed.json().member("pnl")),
                number(figures.member("pnl").member("total")),
                1e-7);
        assertEquals(
                number(replayed.json().member("fees")),
                number(coin.member("pnl").member("fees")),
                0);
        assertEquals(replayed.text("fills"), coin.member("fills").text());
        assertEquals(replayed.text("quotes"), coin.member("quotes").text());
        assertEquals(number(replayed.json().member("volume")), number(coin.member("volume")), 0);
        assertEquals(
                "306aa7af96172383",
                figures.member("provenance").member("computed_hash").text());
        assertEquals("touch", figures.member("provenance").member("fill_model").text());
    }

    @Test
    void shouldAddUpToTheLastDigitWhenTheProfitIsSplit() throws IOException {
        final JsonNode pnl = figures().member("pnl");

        assertEquals(
                0,
                decimal(pnl, "spread")
                        .add(decimal(pnl, "inventory"))
                        .subtract(decimal(pnl, "fees"))
                        .add(decimal(pnl, "funding"))
                        .compareTo(decimal(pnl, "total")));
    }

    @Test
    void shouldGiveTheSameBytesWhenLocaleAndTimeZoneDiffer() throws IOException {
        final Path again = folder.resolve("again.html");
        final Locale locale = Locale.getDefault();
        final TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            final Cli.Ran made = Cli.run("report", capture, "-o", again, "--json");
            assertEquals(0, made.exitCode(), made.err());
            assertEquals(Files.readString(capture.resolve("figures.json")), made.out());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertArrayEquals(Files.readAllBytes(capture.resolve("report.html")), Files.readAllBytes(again));
        assertArrayEquals(
                Files.readAllBytes(capture.resolve("figures.json")), Files.readAllBytes(folder.resolve("again.json")));
    }

    @Test
    void shouldReportAReplayWhenItIsNotRecorded() throws IOException {
        final Path html = folder.resolve("alone.html");

        final Cli.Ran ran = Cli.run("replay", SESSION, "--asset", "HYPE", "--report", html, "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("306aa7af96172383", ran.text("hash"));
        assertEquals(byAsset(capture.resolve("figures.json")), byAsset(folder.resolve("alone.json")));
        assertTrue(Files.readString(html, StandardCharsets.UTF_8).contains("hype-synthetic.gz"), "names its input");
    }

    @Test
    void shouldSayWhatToDoWhenACaptureHoldsNoOutputs() {
        final Path imported = folder.resolve("imported");
        assertEquals(0, Cli.run("import", SESSION, "-o", imported).exitCode());

        final Cli.Ran ran = Cli.run("report", imported);

        assertEquals(2, ran.exitCode());
        assertTrue(ran.isOneLineOfError() && ran.err().contains("replay it first"), ran.err());
    }

    @Test
    void shouldNameTheFolderWhenThereIsNoCapture() {
        final Cli.Ran ran = Cli.run("report", folder.resolve("nowhere"));

        assertEquals(2, ran.exitCode());
        assertTrue(ran.isOneLineOfError() && ran.err().contains("nowhere"), ran.err());
    }

    private static String byAsset(final Path file) throws IOException {
        final String json = Files.readString(file);
        return json.substring(json.indexOf("\"by_asset\":{\"HYPE\""), json.indexOf(",\"params_versions\""));
    }

    private static double number(final JsonNode node) {
        return Double.parseDouble(node.text());
    }

    private static BigDecimal decimal(final JsonNode node, final String member) {
        return new BigDecimal(node.member(member).text());
    }
}
