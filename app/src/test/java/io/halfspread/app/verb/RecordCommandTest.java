package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.Halfspread;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.engine.capture.CaptureInputs;
import io.halfspread.gateway.frames.FrameInputs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RecordCommandTest {
    private static final int FIRST_MARKET_DATA = 5;
    private static final int LAST_MARKET_DATA = 9;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void shouldRecordWhatCanBeReplayedAndDecodedAgain() throws Exception {
        final Path capture = folder.resolve("session");
        try (PlainVenue venue = new PlainVenue()) {
            final int code = run(
                    "record",
                    "--venue-url",
                    venue.url(),
                    "--asset",
                    "HYPE",
                    "--streams",
                    "bbo,trades,l2Book,fastL2Book",
                    "--seconds",
                    "4",
                    "--out",
                    capture.toString(),
                    "--json");

            assertEquals(0, code, this::errors);
        }
        final JsonNode json =
                StrictJson.parse(out.toString(StandardCharsets.UTF_8), false).root();
        assertTrue(number(json, "frames") > 100, out::toString);
        assertEquals(1, number(json, "reconnects"), out::toString);
        assertEquals(1, number(json, "gaps"));
        assertEquals(0, number(json, "refused"));
        assertTrue(number(json.member("events_by_kind"), "timer") >= 20);
        assertTrue(
                marketData(decoded(capture.resolve("frames.gz"))).equals(marketData(recorded(capture))),
                "the capture differs from its frames decoded again");
        assertFalse(recorded(capture).isEmpty());

        out.reset();
        assertEquals(0, run("replay", capture.toString(), "--asset", "HYPE", "--json"), this::errors);
        final JsonNode replayed =
                StrictJson.parse(out.toString(StandardCharsets.UTF_8), false).root();
        assertEquals(number(json.member("events_by_kind"), "bbo"), number(replayed.member("inputs_by_kind"), "bbo"));
        final Path imported = folder.resolve("imported");
        assertEquals(
                0, run("import", capture.resolve("frames.gz").toString(), "-o", imported.toString()), this::errors);
        assertEquals(0, run("verify", capture.toString()), this::errors);
    }

    @Test
    void shouldSayWhatIsWrongInOneLine() throws Exception {
        assertEquals(
                2,
                run(
                        "record",
                        "--venue-url",
                        "ftp://x",
                        "--out",
                        folder.resolve("a").toString()));
        assertTrue(errors().contains("accepted: http://HOST"), this::errors);
        assertEquals(
                2,
                run(
                        "record",
                        "--network",
                        "moonnet",
                        "--out",
                        folder.resolve("b").toString()));
        assertTrue(errors().contains("accepted: mainnet, testnet"), this::errors);
        assertEquals(
                2,
                run(
                        "record",
                        "--streams",
                        "bbo,l3",
                        "--out",
                        folder.resolve("c").toString()));
        assertTrue(errors().contains("--streams l3: accepted: bbo"), this::errors);
        Files.createFile(folder.resolve("something"));
        assertEquals(
                2, run("record", "--venue-url", "http://127.0.0.1:1", "--seconds", "1", "--out", folder.toString()));
    }

    @Test
    void shouldFailWhenNothingCame() {
        final int code = run(
                "record",
                "--venue-url",
                "http://127.0.0.1:1",
                "--seconds",
                "0.5",
                "--out",
                folder.resolve("none").toString());

        assertEquals(3, code);
        assertTrue(errors().contains("nothing came from ws://127.0.0.1:1/ws"), this::errors);
    }

    private int run(final String... args) {
        final Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Halfspread.run(terminal, args);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static long number(final JsonNode object, final String member) {
        return (long) object.member(member).asDouble();
    }

    private static List<String> decoded(final Path frames) throws Exception {
        final List<String> events = new ArrayList<>();
        try (FrameInputs inputs = new FrameInputs(List.of(frames), new CoinIndex(List.of("HYPE")))) {
            while (inputs.next()) {
                events.add(hex(inputs.buffer(), inputs.offset(), inputs.length()));
            }
        }
        return events;
    }

    private static List<String> recorded(final Path capture) {
        final List<String> events = new ArrayList<>();
        try (CaptureInputs inputs = CaptureInputs.open(capture)) {
            while (inputs.next()) {
                events.add(hex(inputs.buffer(), inputs.offset(), inputs.length()));
            }
        }
        return events;
    }

    private static List<String> marketData(final List<String> events) {
        return events.stream()
                .filter(event -> {
                    final int template = Short.reverseBytes((short) Integer.parseInt(event.substring(4, 8), 16));
                    return template >= FIRST_MARKET_DATA && template <= LAST_MARKET_DATA;
                })
                .toList();
    }

    private static String hex(final DirectBuffer buffer, final int offset, final int length) {
        final byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
