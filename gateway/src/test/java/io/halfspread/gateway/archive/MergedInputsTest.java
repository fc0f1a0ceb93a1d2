package io.halfspread.gateway.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.dump.EventDump;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.refusal.Refusal;
import io.halfspread.gateway.frames.FrameInputs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedInputsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 11);
    private static final long MIDNIGHT_MS = DAY.toEpochDay() * 86_400_000L;

    @TempDir
    private Path folder;

    @Test
    void shouldGiveTheSameEventsAsFilesOpenedAllAtOnce() throws IOException {
        final Path a = frames("a", "BTC", 1_000, 40, 100);
        final Path b = frames("b", "ETH", 1_000, 40, 100);
        final Path c = frames("c", "SOL", 6_000, 10, 50);

        final List<String> merged = drain(parts(a, b, c), CoinIndex.discovering());

        assertEquals(90, merged.size());
        try (FrameInputs inputs = new FrameInputs(List.of(a, b, c), CoinIndex.discovering())) {
            final List<String> expected = new ArrayList<>();
            while (inputs.next()) {
                expected.add(text(inputs.buffer(), inputs.offset(), inputs.length()));
            }
            assertEquals(expected, merged);
        }
    }

    @Test
    void shouldCutAFileAtMidnight() throws IOException {
        final Path file = frames("night", "BTC", -300, 10, 100);
        final RecordedFile recorded = RecordedFile.survey(file, true);

        assertEquals(List.of(DAY.minusDays(1), DAY), recorded.days());
        assertEquals(
                3,
                drain(List.of(FilePart.ofDay(recorded, DAY.minusDays(1))), CoinIndex.discovering())
                        .size());
        assertEquals(
                7,
                drain(List.of(FilePart.ofDay(recorded, DAY)), CoinIndex.discovering())
                        .size());
        assertEquals(List.of(DAY.minusDays(1)), RecordedFile.survey(file, false).days());
    }

    @Test
    void shouldTellFramesArchiveLinesAndCsvByTheirFirstLine() throws IOException {
        final Path lz4 = folder.resolve("SOL.lz4");
        try (OutputStream out = new LZ4FrameOutputStream(Files.newOutputStream(lz4))) {
            out.write(("{\"time\":\"2025-03-11T09:00:03.296545473\",\"ver_num\":1,\"raw\":" + bbo("SOL", 1) + "}\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        final Path csv = Files.writeString(
                folder.resolve("t.csv"),
                "symbol,timestamp,local_timestamp,id,side,price,amount\nBTC,1741683603000000,1741683603000001,1,buy,2,3\n");
        final Path other = Files.writeString(folder.resolve("other.csv"), "coin,rate\nBTC,1\n");
        final Path empty = Files.writeString(folder.resolve("empty"), "");

        assertEquals(FileForm.FRAMES, RecordedFile.survey(lz4, true).form());
        assertEquals(List.of(DAY), RecordedFile.survey(lz4, true).days());
        assertEquals(FileForm.CSV_TRADES, RecordedFile.survey(csv, true).form());
        assertEquals(1_741_683_603_000_001_000L, RecordedFile.survey(csv, true).firstNs());
        assertTrue(assertThrows(IOException.class, () -> RecordedFile.survey(other, true))
                .getMessage()
                .startsWith("the first line is neither a frame nor a known header"));
        assertEquals(List.of(), RecordedFile.survey(empty, true).days());
    }

    @Test
    void shouldMakeTheTapeOfTheTakersFillsOfANode() throws IOException {
        final String maker =
                "{\"coin\":\"BTC\",\"px\":\"100.5\",\"sz\":\"2.0\",\"side\":\"B\",\"time\":1741683603052,\"crossed\":false,"
                        + "\"tid\":77,\"dir\":\"Open Long\",\"fee\":\"-0.1\"}";
        final String taker = maker.replace("false", "true").replace("\"B\"", "\"A\"");
        final Path file = Files.writeString(
                folder.resolve("9"),
                String.join(
                        "\n",
                        node("2025-03-11T09:00:03.100000001", maker, taker),
                        node("2025-03-11T09:00:03.200000000"),
                        node("2025-03-11T09:00:03.300000000", taker.replace("100.5", "-1")),
                        node("2025-03-11T09:00:03.400000000", taker.replace("77", "78"), taker.replace("BTC", "DOGE")),
                        node("2025-03-11T08:00:00", taker),
                        "{\"local_time\":\"2025-03-11T09:00:04\"}"));
        final RecordedFile recorded = RecordedFile.survey(file, true);
        final List<String> lines = new ArrayList<>();

        try (MergedInputs inputs =
                new MergedInputs(List.of(FilePart.whole(recorded)), new CoinIndex(List.of("BTC")), Map.of())) {
            while (inputs.next()) {
                lines.add(new EventDump().line(inputs.buffer(), inputs.offset(), inputs.length(), 0));
            }

            assertEquals(
                    List.of(
                            "3:" + Refusal.VALUE_OUT_OF_RANGE,
                            "5:" + Refusal.LINE_TIME_BACKWARDS,
                            "6:" + Refusal.ARCHIVE_LINE_MALFORMED),
                    inputs.refused().listed().stream()
                            .map(line -> line.line() + ":" + line.code())
                            .toList());
        }

        assertEquals(FileForm.NODE_FILLS, recorded.form());
        assertEquals(List.of(DAY), recorded.days());
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).contains("\"ingestNs\":1741683603100000001,"), lines.get(0));
        assertTrue(lines.get(0).contains("\"aggressor\":\"ASK\""), lines.get(0));
        assertTrue(lines.get(0).contains("\"tid\":77"), lines.get(0));
        assertTrue(lines.get(1).contains("\"tid\":78"), lines.get(1));
    }

    private static String node(final String time, final String... fills) {
        final StringBuilder events = new StringBuilder();
        for (final String fill : fills) {
            events.append(events.isEmpty() ? "" : ",")
                    .append("[\"0xuser\",")
                    .append(fill)
                    .append(']');
        }
        return "{\"local_time\":\"" + time + "\",\"block_time\":\"" + time + "\",\"block_number\":5,\"events\":["
                + events + "]}";
    }

    @Test
    void shouldReadPathsOfTheArchive() {
        assertEquals(
                new ArchivePath(DAY, 9, "l2Book", "SOL"),
                ArchivePath.of(Path.of("x/market_data/20250311/9/l2Book/SOL.lz4")));
        assertEquals(
                new ArchivePath(DAY, 23, "l2Book", "kPEPE"), ArchivePath.of(Path.of("20250311/23/l2Book/kPEPE.lz4")));
        assertNull(ArchivePath.of(Path.of("market_data/20251311/9/l2Book/SOL.lz4")));
        assertNull(ArchivePath.of(Path.of("market_data/20250311/24/l2Book/SOL.lz4")));
        assertNull(ArchivePath.of(Path.of("btc_20250311.gz")));
    }

    private Path frames(final String name, final String coin, final long fromMs, final int count, final long stepMs)
            throws IOException {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            final long ms = MIDNIGHT_MS + fromMs + i * stepMs;
            text.append(ms).append("000000 ").append(bbo(coin, ms)).append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static String bbo(final String coin, final long ms) {
        return "{\"channel\":\"bbo\",\"data\":{\"coin\":\"" + coin + "\",\"time\":" + ms
                + ",\"bbo\":[{\"px\":\"1.0\",\"sz\":\"1.0\",\"n\":1},{\"px\":\"2.0\",\"sz\":\"1.0\",\"n\":1}]}}";
    }

    private static List<FilePart> parts(final Path... files) throws IOException {
        final List<FilePart> parts = new ArrayList<>();
        for (final Path file : files) {
            parts.add(FilePart.whole(RecordedFile.survey(file, false)));
        }
        return parts;
    }

    private static List<String> drain(final List<FilePart> parts, final CoinIndex coins) {
        final List<String> events = new ArrayList<>();
        try (MergedInputs inputs = new MergedInputs(parts, coins, Map.of())) {
            while (inputs.next()) {
                events.add(text(inputs.buffer(), inputs.offset(), inputs.length()));
            }
            assertEquals(events.size(), inputs.messages());
        }
        return events;
    }

    private static String text(final org.agrona.DirectBuffer buffer, final int offset, final int length) {
        final byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
