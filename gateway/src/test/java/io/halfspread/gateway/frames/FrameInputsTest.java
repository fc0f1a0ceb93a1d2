package io.halfspread.gateway.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameInputsTest {
    private static final long T0 = 1_790_232_236_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void shouldReadPlainGzipAndLz4AlikeAndGiveThemOneId() throws IOException {
        final byte[] text = lines(2_000).getBytes(StandardCharsets.UTF_8);
        final Path plain = Files.write(folder.resolve("frames"), text);
        final Path gzip = folder.resolve("frames.bin");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(text);
        }
        final Path lz4 = folder.resolve("frames.lz4");
        try (OutputStream out = new LZ4FrameOutputStream(Files.newOutputStream(lz4))) {
            out.write(text);
        }

        final List<String> events = events(plain);

        assertEquals(2_000, events.size());
        assertEquals(events, events(gzip));
        assertEquals(events, events(lz4));
        assertEquals(FrameContentId.of(plain), FrameContentId.of(gzip));
        assertEquals(FrameContentId.of(plain), FrameContentId.of(lz4));
        final Path other = Files.writeString(folder.resolve("other"), lines(1_999));
        assertNotEquals(FrameContentId.of(plain), FrameContentId.of(other));
    }

    @Test
    void shouldCountAndNameEveryBadLineAndGoOn() throws IOException {
        final Path file = Files.writeString(
                folder.resolve("bad.txt"),
                String.join(
                        "\n",
                        line(0, 1),
                        "",
                        "not a line",
                        "123 {}",
                        (T0 + 1) + "," + bbo("BTC", 2),
                        line(2, 3) + "\r",
                        (T0 + 3) + " {\"channel\":\"bbo\",\"data\":{\"coin\":\"BTC\",\"time\":01,\"bbo\":[]}}",
                        (T0 + 4) + " garbage",
                        (T0 + 5) + " ",
                        "9999999999999999999 " + bbo("BTC", 4),
                        (T0 - 2_000_000_000L) + " " + bbo("BTC", 5),
                        (T0 - 500_000_000L) + " " + bbo("BTC", 6),
                        (T0 + 6) + " " + bbo("ETH", 7),
                        line(7, 8)));

        try (FrameInputs inputs = new FrameInputs(List.of(file), new CoinIndex(List.of("BTC")))) {
            final List<String> events = drain(inputs);
            final FrameStats stats = inputs.stats();

            assertEquals(List.of(T0 + ":1", T0 + 2 + ":3", T0 + 2 + ":6", T0 + 7 + ":8"), events);
            assertEquals(
                    List.of("3:60", "4:60", "5:60", "7:21", "8:24", "9:16", "10:60", "11:61"),
                    stats.refused().listed().stream()
                            .map(r -> r.line() + ":" + r.code())
                            .toList());
            assertEquals(8, stats.refused().count());
            assertEquals(
                    "bad.txt:7: malformed number (byte 70)",
                    stats.refused().listed().get(3).describe().replaceAll("byte \\d+", "byte 70"));
            assertEquals(4L, stats.refused().byReason().get(Refusal.describe(Refusal.LINE_WITHOUT_TIME)));
            assertEquals(Map.of("bbo", 5L), stats.framesByChannel());
            assertEquals(Map.of("bbo", 4L), stats.eventsByKind());
            assertEquals(1, stats.unknownCoins());
            assertEquals(T0, stats.firstNs());
            assertEquals(T0 + 7, stats.lastNs());
        }
    }

    @Test
    void shouldReportATruncatedOrDamagedTailAndKeepWhatCameBefore() throws IOException {
        final ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(whole)) {
            out.write(lines(5_000).getBytes(StandardCharsets.UTF_8));
        }
        final byte[] bytes = whole.toByteArray();
        final Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        bytes[bytes.length - 6] ^= 1;
        final Path damaged = Files.write(folder.resolve("damaged.gz"), bytes);

        assertDamaged(cut, 1_000, 4_000);
        assertDamaged(damaged, 5_000, 5_000);
    }

    @Test
    void shouldPassOverALineThatIsTooLong() throws IOException {
        final Path file = folder.resolve("long.txt");
        final byte[] filler = new byte[1 << 20];
        Arrays.fill(filler, (byte) 'x');
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((line(0, 1) + "\n" + T0).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 20; i++) {
                out.write(filler);
            }
            out.write(("\n" + line(1, 2) + "\n").getBytes(StandardCharsets.UTF_8));
        }

        try (FrameInputs inputs = new FrameInputs(List.of(file), new CoinIndex(List.of("BTC")))) {
            assertEquals(List.of(T0 + ":1", T0 + 1 + ":2"), drain(inputs));
            assertEquals(2, inputs.stats().refused().listed().get(0).line());
            assertEquals(
                    Refusal.LINE_TOO_LONG,
                    inputs.stats().refused().listed().get(0).code());
            assertEquals(1, inputs.stats().refused().count());
        }
    }

    @Test
    void shouldReadTheVenuesArchiveForm() throws IOException {
        final Path file = folder.resolve("BTC.lz4");
        try (OutputStream out = new LZ4FrameOutputStream(Files.newOutputStream(file))) {
            out.write(String.join(
                            "\n",
                            "{\"time\":\"2025-03-11T09:00:03.296545473\",\"ver_num\":1,\"raw\":" + bbo("BTC", 1) + "}",
                            "{\"raw\": " + bbo("BTC", 2) + " ,\"time\":\"2025-03-11T09:00:04Z\"}",
                            "{\"time\":\"2025-03-11T09:00:99\",\"raw\":" + bbo("BTC", 3) + "}",
                            "{\"time\":\"2025-03-11T09:00:05.5\"}",
                            "{\"time\":\"2024-02-29T00:00:00")
                    .getBytes(StandardCharsets.UTF_8));
        }

        try (FrameInputs inputs = new FrameInputs(List.of(file), new CoinIndex(List.of("BTC")))) {
            assertEquals(List.of("1741683603296545473:1", "1741683604000000000:2"), drain(inputs));
            assertEquals(
                    List.of("3:64", "4:64", "5:16"),
                    inputs.stats().refused().listed().stream()
                            .map(r -> r.line() + ":" + r.code())
                            .toList());
        }
    }

    @Test
    void shouldMergeFilesByReceiveTime() throws IOException {
        final Path a = Files.writeString(folder.resolve("a"), line(1, 1) + "\n" + line(5, 2) + "\n" + line(6, 3));
        final Path b = Files.writeString(folder.resolve("b"), line(0, 4) + "\n" + line(5, 5) + "\n");

        try (FrameInputs inputs = new FrameInputs(List.of(a, b), new CoinIndex(List.of("BTC")))) {
            assertEquals(List.of(T0 + ":4", T0 + 1 + ":1", T0 + 5 + ":2", T0 + 5 + ":5", T0 + 6 + ":3"), drain(inputs));
            assertEquals(inputs.totalBytes(), inputs.bytesRead());
        }
    }

    @Test
    void shouldGiveNothingForAnEmptyFileAndNameAMissingOne() throws IOException {
        final Path empty = Files.createFile(folder.resolve("empty"));

        try (FrameInputs inputs = new FrameInputs(List.of(empty), CoinIndex.discovering())) {
            assertFalse(inputs.next());
            assertEquals(Long.MIN_VALUE, inputs.stats().firstNs());
        }
        final Path missing = folder.resolve("missing");
        assertThrows(
                NoSuchFileException.class, () -> new FrameInputs(List.of(empty, missing), CoinIndex.discovering()));
    }

    private void assertDamaged(final Path file, final int atLeast, final int atMost) throws IOException {
        try (FrameInputs inputs = new FrameInputs(List.of(file), new CoinIndex(List.of("BTC")))) {
            final int events = drain(inputs).size();

            assertTrue(events >= atLeast && events <= atMost, "events " + events);
            assertEquals(1, inputs.stats().refused().count());
            assertEquals(
                    Refusal.FILE_DAMAGED,
                    inputs.stats().refused().listed().get(0).code());
        }
    }

    private static List<String> events(final Path file) throws IOException {
        try (FrameInputs inputs = new FrameInputs(List.of(file), new CoinIndex(List.of("BTC")))) {
            return drain(inputs);
        }
    }

    private static List<String> drain(final FrameInputs inputs) {
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        final BestBidOfferDecoder bbo = new BestBidOfferDecoder();
        final List<String> events = new ArrayList<>();
        while (inputs.next()) {
            bbo.wrapAndApplyHeader(inputs.buffer(), inputs.offset(), header);
            assertEquals(inputs.ingestNs(), bbo.ingestNs());
            assertEquals(8 + BestBidOfferDecoder.BLOCK_LENGTH, inputs.length());
            events.add(bbo.ingestNs() + ":" + bbo.bidPx() / 100_000_000);
        }
        return events;
    }

    private static String lines(final int count) {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(line(i * 1_000_003L, i * 37 % 1_009 + 1)).append('\n');
        }
        return text.toString();
    }

    private static String line(final long offsetNs, final int px) {
        return (T0 + offsetNs) + " " + bbo("BTC", px);
    }

    private static String bbo(final String coin, final int px) {
        return "{\"channel\":\"bbo\",\"data\":{\"coin\":\"" + coin + "\",\"time\":1,\"bbo\":[{\"px\":\"" + px
                + ".0\",\"sz\":\"1\",\"n\":1},null]}}";
    }
}
