package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SessionCommandsTest {
    private Path folder;
    private Path frames;
    private Path capture;
    private Cli.Ran recorded;

    @BeforeAll
    void record(@TempDir final Path temporary) {
        folder = temporary;
        frames = folder.resolve("session.gz");
        capture = folder.resolve("capture");
        assertEquals(0, Cli.run("synth", frames, "--seed", 5, "--seconds", 40).exitCode());
        recorded = Cli.run("replay", frames, "--asset", "HYPE", "--json", "--out", capture);
        assertEquals(0, recorded.exitCode(), recorded.err());
    }

    @Test
    void shouldPrintTheContractWhenJsonIsAsked() {
        assertEquals(1, recorded.lines().size());
        for (final String member : List.of(
                "events",
                "inputs_by_kind",
                "outputs_by_kind",
                "hash",
                "elapsed_s",
                "events_per_s",
                "params_versions",
                "position",
                "pnl",
                "fills",
                "quotes",
                "by_asset",
                "reasons")) {
            assertTrue(recorded.json().member(member) != null, member);
        }
        assertTrue(recorded.text("hash").matches("[0-9a-f]{16}"));
        assertEquals(
                "1",
                recorded.json()
                        .member("params_versions")
                        .elements()
                        .get(0)
                        .member("version")
                        .text());
        for (final String member : List.of("position", "pnl", "fills", "quotes", "reasons")) {
            assertTrue(recorded.json().member("by_asset").member("HYPE").member(member) != null, member);
        }
    }

    @Test
    void shouldGiveOneHashWhenFramesCaptureImportModesAndBatchesDiffer() throws IOException {
        final String hash = recorded.text("hash");
        final Path imported = folder.resolve("imported");
        final Path plain = folder.resolve("plain.frames");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(frames))) {
            Files.write(plain, in.readAllBytes());
        }

        assertEquals(0, Cli.run("import", plain, "-o", imported, "--json").exitCode());
        assertEquals(
                hash, Cli.run("replay", frames, "--asset", "HYPE", "--json").text("hash"));
        assertEquals(
                hash,
                Cli.run("replay", plain, "--asset", "HYPE", "--json", "--batch", 1)
                        .text("hash"));
        assertEquals(
                hash, Cli.run("replay", imported, "--asset", "HYPE", "--json").text("hash"));
        assertEquals(hash, Cli.run("replay", capture, "--json").text("hash"));
        assertEquals(
                hash,
                Cli.run("replay", capture, "--json", "--threading", "dedicated").text("hash"));
        assertEquals(
                hash,
                Cli.run("replay", capture, "--json", "--threading", "shared").text("hash"));
        assertEquals(
                hash, Cli.run("replay", capture, "--json", "--fills", "touch").text("hash"));
    }

    @Test
    void shouldNameTheFileOnEveryLaterQuoteWhenADropIsApplied() throws IOException {
        final Path drop = folder.resolve("drop.json");
        Files.writeString(drop, "# wider\n{\"min_spread_base_ratio\": 0.9, \"skew_adjustment_factor\": 2}\n");
        final Path dropped = folder.resolve("dropped");

        final Cli.Ran ran =
                Cli.run("replay", frames, "--asset", "HYPE", "--json", "--drop", "20=" + drop, "--out", dropped);

        final JsonNode second = ran.json().member("params_versions").elements().get(1);
        final long at = Long.parseLong(second.member("seq").text());
        assertEquals("drop drop.json", second.member("source").text());
        assertNotEquals(recorded.text("hash"), ran.text("hash"));
        final List<String> before = Cli.run("dump", capture, "--to", at - 1).lines();
        assertEquals(before, Cli.run("dump", dropped, "--to", at - 1).lines());
        final List<String> after =
                Cli.run("dump", dropped, "--kind", "quote", "--from", at).lines();
        assertFalse(after.isEmpty());
        for (final String line : after) {
            final JsonNode quote = StrictJson.parse(line, false).root();
            assertEquals("2", quote.member("paramsVersion").text());
            assertEquals(
                    second.member("sha256").text(), quote.member("paramsSha256").text());
        }
    }

    @Test
    void shouldVerifyAndNameTheRecordWhenAByteIsFlipped() throws IOException {
        final Path damaged = folder.resolve("damaged");
        Files.createDirectories(damaged);
        for (final String file : List.of("manifest.yaml", "segment-000000.hsc")) {
            Files.copy(capture.resolve(file), damaged.resolve(file));
        }
        final Path segment = damaged.resolve("segment-000000.hsc");
        final byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes, StandardOpenOption.TRUNCATE_EXISTING);

        final Cli.Ran good = Cli.run("verify", capture, "--json");
        final Cli.Ran bad = Cli.run("verify", damaged);

        assertEquals(0, good.exitCode(), good.err());
        assertEquals(recorded.text("hash"), good.text("hash"));
        assertEquals(1, bad.exitCode());
        assertTrue(bad.isOneLineOfError() && bad.err().contains("record "), bad.err());
    }

    @Test
    void shouldRecomputeWhatWasRecordedWhenDecisionsAreExplained() {
        final List<String> quotes = Cli.run("dump", capture, "--kind", "quote").lines();
        assertTrue(quotes.size() > 100);
        for (int i = 0; i < quotes.size(); i += quotes.size() / 20) {
            final String cause = StrictJson.parse(quotes.get(i), false)
                    .root()
                    .member("causeSequence")
                    .text();

            final Cli.Ran ran = Cli.run("explain", capture, "--seq", cause, "--json");

            final JsonNode decision = ran.json().member("decisions").elements().get(0);
            assertEquals(
                    "true", decision.member("control").member("equals_recorded").text(), quotes.get(i));
        }
    }

    @Test
    void shouldFollowAnOrderToItsEventWhenCloidIsGiven() {
        final String placed =
                Cli.run("dump", capture, "--kind", "place").lines().get(0);
        final JsonNode order = StrictJson.parse(placed, false).root();

        final Cli.Ran ran =
                Cli.run("explain", capture, "--cloid", order.member("cloid").text(), "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(order.member("causeSequence").text(), ran.text("seq"));
        assertEquals(
                "place",
                ran.json().member("order").elements().get(0).member("event").text());
        assertTrue(ran.json().member("order").elements().size() > 1);
        assertEquals(
                2, Cli.run("explain", capture, "--cloid", "0x" + "0".repeat(32)).exitCode());
        assertEquals(2, Cli.run("explain", capture, "--seq", 1 << 30).exitCode());
    }

    @Test
    void shouldCountAndNameLinesWhenFramesAreMalformed() throws IOException {
        final Path mixed = folder.resolve("mixed.frames");
        final String good;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(frames))) {
            good = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Files.writeString(mixed, "not a frame\n" + good + "1765401035304304600 {\"channel\":\"bbo\",\n");

        final Cli.Ran ran = Cli.run("import", mixed, "-o", folder.resolve("mixed"), "--json");
        final Cli.Ran replayed = Cli.run("replay", mixed, "--asset", "HYPE", "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("2", ran.text("refused"));
        assertTrue(ran.out().contains("mixed.frames:1:"), ran.out());
        assertEquals(0, replayed.exitCode());
        assertTrue(replayed.err().contains("2 lines refused"), replayed.err());
    }

    @Test
    void shouldSayOneLineAndExitTwoWhenThereIsNothingToReplay() throws IOException {
        final Path empty = Files.createFile(folder.resolve("empty.frames"));
        final Path binary = folder.resolve("binary");
        Files.write(binary, new byte[] {1, 2, 3, 0, -1});
        final Path noCapture = Files.createDirectories(folder.resolve("no-capture"));

        for (final Path path : List.of(empty, binary, noCapture)) {
            final Cli.Ran ran = Cli.run("replay", path, "--asset", "HYPE");
            assertEquals(2, ran.exitCode(), ran.err());
            assertTrue(ran.isOneLineOfError(), ran.err());
        }
        final Cli.Ran other = Cli.run("replay", frames, "--asset", "BTC");
        assertEquals(2, other.exitCode());
        assertTrue(other.err().contains("no market data of BTC"), other.err());
        final Cli.Ran unknown = Cli.run("replay", frames, "--asset", "hype");
        assertEquals(2, unknown.exitCode());
        assertTrue(unknown.isOneLineOfError(), unknown.err());
        assertEquals(
                2,
                Cli.run("replay", frames, "--asset", "HYPE", "--out", capture).exitCode());
    }

    @Test
    void shouldKeepStdoutForDataWhenHumanReads() {
        final Cli.Ran ran = Cli.run("replay", frames, "--asset", "HYPE", "--drop", "99999=" + preset());

        assertEquals(0, ran.exitCode());
        assertTrue(ran.out().contains("hash        " + recorded.text("hash")), ran.out());
        assertTrue(ran.err().contains("not applied"), ran.err());
    }

    @Test
    void shouldLogStateAndControlWhenPaced() throws IOException {
        final Cli.Ran ran = Cli.run("replay", frames, "--asset", "HYPE", "--speed", 100, "--json");

        assertEquals(recorded.text("hash"), ran.text("hash"));
        assertTrue(
                ran.err()
                        .lines()
                        .anyMatch(line -> line.matches(
                                "StateVector\\[S=\\d+\\.\\d{2}, Q=-?\\d+\\.\\d{4}, .*bps, I=\\d\\.\\d{3}]")),
                ran.err());
        assertTrue(ran.err().contains("ControlVector["), ran.err());
    }

    @Test
    void shouldReportFindingsWhenDoctorLooks() {
        final Cli.Ran ran = Cli.run("doctor", "--json");

        assertTrue(ran.exitCode() == 0 || ran.exitCode() == 3);
        assertEquals(ran.exitCode() == 0 ? "true" : "false", ran.text("ok"));
        assertTrue(ran.json().member("findings").elements().size() >= 9);
    }

    private static String preset() {
        return System.getProperty("halfspread.home") + "/config/presets/volatile.json";
    }
}
