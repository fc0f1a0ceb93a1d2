package io.halfspread.gateway.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.dump.EventDump;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.refusal.Refusal;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.gateway.frames.FrameEvents;
import io.halfspread.gateway.frames.RefusedLine;
import io.halfspread.gateway.frames.RefusedLines;
import io.halfspread.gateway.ingress.MarketEventWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRecordingTest {
    private static final long T0 = 1_723_075_200_000_000L;
    private static final String CHANGES = "exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount";
    private static final String TRADES = "exchange,symbol,timestamp,local_timestamp,id,side,price,amount";
    private static final String QUOTES =
            "exchange,symbol,timestamp,local_timestamp,ask_amount,ask_price,bid_price,bid_amount";

    private final RefusedLines refused = new RefusedLines();
    private final CoinIndex coins = CoinIndex.discovering();

    @TempDir
    private Path folder;

    @Test
    void shouldTurnTradesIntoEventsExactly() throws IOException {
        final List<JsonNode> events = read(
                TRADES,
                row(0, "77,buy,60000.5,0.001"),
                row(1, "abc-1,sell,60000,1e-7"),
                row(2, ",buy,60001.25,0.123456785"));

        assertEquals(3, events.size());
        assertEquals("60000.5", number(events.get(0), "px"));
        assertEquals("77", number(events.get(0), "tid"));
        assertEquals(String.valueOf((T0 + 5_000) * 1_000), number(events.get(0), "ingestNs"));
        assertEquals(String.valueOf(T0 * 1_000), number(events.get(0), "venueNs"));
        assertEquals("BID", number(events.get(0), "aggressor"));
        assertEquals("ASK", number(events.get(1), "aggressor"));
        assertEquals("0.0000001", number(events.get(1), "sz"));
        assertTrue(Long.parseLong(number(events.get(1), "tid")) != 0);
        assertEquals("0", number(events.get(2), "tid"));
        assertEquals("0.12345678", number(events.get(2), "sz"), "half to even");
        assertEquals("NO", number(events.get(0), "replayed"));
        assertEquals(0, refused.count());
    }

    @Test
    void shouldCountAndNameEachRowThatCannotBeUsed() throws IOException {
        final List<JsonNode> events = read(
                TRADES,
                row(0, "1,buy,60000,1"),
                row(1, "2,buy,-5,1"),
                row(2, "3,buy,0,1"),
                row(3, "4,buy,60000,-1"),
                row(4, "5,buy,NaN,1"),
                row(5, "6,buy,Infinity,1"),
                row(6, "7,unknown,60000,1"),
                row(7, "8,buy,60000"),
                row(8, "9,\"buy\",60000,1"),
                "x,BTC," + T0 / 1_000 + "," + T0 / 1_000 + ",10,buy,60000,1",
                row(-2_000_000, "11,buy,60000,1"),
                row(9, "12,buy,1.123456789,1"),
                row(10, "13,buy,1e-400,1"),
                row(11, ",,,"),
                "x,A-NAME-THAT-IS-TOO-LONG," + T0 + "," + T0 + ",14,buy,60000,1",
                "x,BTC," + T0 + "," + (T0 + 4_000_000_000L) + ",15,buy,60000,1",
                "",
                row(12, "16,sell,60000,1"));

        assertEquals(2, events.size());
        assertEquals(
                List.of(
                        "3:" + Refusal.VALUE_OUT_OF_RANGE,
                        "4:" + Refusal.VALUE_OUT_OF_RANGE,
                        "5:" + Refusal.VALUE_OUT_OF_RANGE,
                        "6:" + Refusal.DECIMAL_MALFORMED,
                        "7:" + Refusal.DECIMAL_MALFORMED,
                        "8:" + Refusal.ROW_SIDE,
                        "9:" + Refusal.ROW_COLUMNS,
                        "10:" + Refusal.ROW_COLUMNS,
                        "11:" + Refusal.ROW_TIME,
                        "12:" + Refusal.LINE_TIME_BACKWARDS,
                        "13:" + Refusal.DECIMAL_TOO_PRECISE,
                        "14:" + Refusal.DECIMAL_EXPONENT,
                        "15:" + Refusal.DECIMAL_EMPTY,
                        "16:" + Refusal.ROW_SYMBOL,
                        "17:" + Refusal.ROW_TIME),
                lines());
        assertEquals(15, refused.count());
        assertEquals(
                "data.csv:8: side is none of buy, sell, bid, ask (byte 46)",
                refused.listed().get(5).describe());
    }

    @Test
    void shouldTurnQuotesIntoTouchesAndRefuseCrossedOnes() throws IOException {
        final List<JsonNode> events =
                read(QUOTES, row(0, "1.5,101,100,2"), row(1, ",,100,2"), row(2, "1,100,100,2"), row(3, "1,101,,2"));

        assertEquals(2, events.size());
        assertEquals("101", number(events.get(0), "askPx"));
        assertEquals("100", number(events.get(0), "bidPx"));
        assertEquals("2", number(events.get(0), "bidSz"));
        assertEquals(JsonNode.Kind.NULL, events.get(1).member("askPx").kind());
        assertEquals(List.of("4:" + Refusal.BOOK_CROSSED, "5:" + Refusal.DECIMAL_EMPTY), lines());
    }

    @Test
    void shouldReadLevelsUpToTheFirstEmptyOneAndRefuseDisorder() throws IOException {
        final StringBuilder header = new StringBuilder("exchange,symbol,timestamp,local_timestamp");
        for (int i = 0; i < 3; i++) {
            header.append(",asks[" + i + "].price,asks[" + i + "].amount,bids[" + i + "].price,bids[" + i + "].amount");
        }

        final List<JsonNode> events = read(
                header.toString(),
                row(0, "101,1,100,1,102,2,99,2,,,98,3"),
                row(1, "101,1,100,1,100.5,2,99,2,,,98,3"),
                row(2, "101,1,100,1,102,2,100,2,,,,"),
                row(3, "100,1,100,1,,,,,,,,"));

        assertEquals(1, events.size());
        assertEquals(3, events.get(0).member("bids").elements().size());
        assertEquals(2, events.get(0).member("asks").elements().size());
        assertEquals("98", number(events.get(0).member("bids").elements().get(2), "px"));
        assertEquals(
                List.of("3:" + Refusal.LEVELS_UNORDERED, "4:" + Refusal.LEVELS_UNORDERED, "5:" + Refusal.BOOK_CROSSED),
                lines());
    }

    @Test
    void shouldBuildBooksOfChangesMessageByMessage() throws IOException {
        final List<JsonNode> events = read(
                CHANGES,
                row(0, "false,bid,1,1"),
                row(1, "true,bid,100,1"),
                row(1, "true,bid,99,1"),
                row(1, "true,ask,101,1"),
                row(2, "false,bid,100,0"),
                row(2, "false,ask,101,3"),
                row(3, "false,bid,102,1"),
                row(4, "false,ask,101,0"),
                row(4, "false,ask,103,1"),
                row(5, "false,ask,103,1"),
                row(6, "true,bid,50,1"),
                row(6, "true,ask,51,1"));

        assertEquals(
                List.of("100,99|101", "99|101", "102,99|103", "50|51"),
                events.stream().map(CsvRecordingTest::prices).toList());
        assertEquals(List.of("2:" + Refusal.BOOK_UNKNOWN, "8:" + Refusal.BOOK_CROSSED), lines());
    }

    @Test
    void shouldKeepBooksOfSymbolsApartAndRenameThem() throws IOException {
        Files.writeString(
                folder.resolve("data.csv"),
                String.join(
                        "\n",
                        CHANGES,
                        "x,BTCUSDT," + T0 + "," + T0 + ",true,bid,100,1",
                        "x,ETHUSDT," + T0 + "," + T0 + ",true,bid,10,1",
                        "x,BTCUSDT," + T0 + "," + (T0 + 1) + ",false,bid,101,1"));

        final List<JsonNode> events = read(Map.of("BTCUSDT", "BTC"));

        assertEquals(
                List.of("100|", "10|", "101,100|"),
                events.stream().map(CsvRecordingTest::prices).toList());
        assertEquals(List.of("BTC", "ETHUSDT"), coins.coins());
    }

    @Test
    void shouldFindColumnsByNameAndRefuseAHeaderThatLacksSome() throws IOException {
        final List<JsonNode> events = read(
                "amount,extra,price,side,id,local_timestamp,symbol,timestamp",
                "2,?,60000,sell,9," + (T0 + 7) + ",BTC," + T0);

        assertEquals("60000", number(events.get(0), "px"));
        assertEquals("2", number(events.get(0), "sz"));
        final String message = assertThrows(
                        IOException.class, () -> read("symbol,timestamp,id,side,price", "BTC,1,2,buy,3"))
                .getMessage();
        assertEquals("data.csv: header of trades lacks the columns local_timestamp, amount", message);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> CsvRecording.kind("funding,rate"))
                .getMessage()
                .contains("accepted are CSV files with the columns symbol,"));
    }

    @Test
    void shouldReportADamagedTailAndLiftTimesALittleEarlier() throws IOException {
        final StringBuilder text = new StringBuilder(TRADES + "\n");
        for (int i = 0; i < 5_000; i++) {
            text.append(row(i - (i % 10 == 9 ? 20 : 0), i + ",buy," + (60_000 + i) + ",1"))
                    .append('\n');
        }
        final Path file = folder.resolve("data.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        final byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        try (CsvRecording recording = CsvRecording.open(file, coins, Map.of(), refused)) {
            long before = 0;
            int count = 0;
            while (recording.next()) {
                assertTrue(recording.receiveNs() >= before);
                before = recording.receiveNs();
                count++;
            }

            assertTrue(count > 1_000 && count < 5_000, "rows " + count);
            assertEquals(count / 10, recording.lifted());
            assertEquals(19_000, recording.largestLiftNs());
        }
        assertEquals(Refusal.FILE_DAMAGED, refused.listed().get(0).code());
    }

    private static String row(final long us, final String fields) {
        return "venue,BTC," + (T0 + us) + "," + (T0 + 5_000 + us) + "," + fields;
    }

    private List<JsonNode> read(final String... lines) throws IOException {
        Files.writeString(folder.resolve("data.csv"), String.join("\n", lines) + "\n");
        return read(Map.of());
    }

    private List<JsonNode> read(final Map<String, String> names) throws IOException {
        final FrameEvents events = new FrameEvents();
        final MarketEventWriter writer = new MarketEventWriter(events);
        final EventDump dump = new EventDump();
        final List<JsonNode> found = new ArrayList<>();
        try (CsvRecording recording = CsvRecording.open(folder.resolve("data.csv"), coins, names, refused)) {
            while (recording.next()) {
                events.clear();
                recording.deliver(writer);
                while (events.next()) {
                    final String line = dump.line(events.buffer(), events.offset(), events.length(), 0);
                    found.add(StrictJson.parse(line, false).root());
                }
            }
        }
        return found;
    }

    private List<String> lines() {
        return refused.listed().stream()
                .map((final RefusedLine line) -> line.line() + ":" + line.code())
                .toList();
    }

    private static String prices(final JsonNode book) {
        return prices(book, "bids") + "|" + prices(book, "asks");
    }

    private static String prices(final JsonNode book, final String side) {
        return String.join(
                ",",
                book.member(side).elements().stream()
                        .map(level -> number(level, "px"))
                        .toList());
    }

    private static String number(final JsonNode event, final String member) {
        return event.member(member).text();
    }
}
