package io.halfspread.app.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.capture.quality.Grade;
import io.halfspread.app.capture.quality.LineFigures;
import io.halfspread.app.capture.quality.Measure;
import io.halfspread.app.capture.quality.QualityReport;
import io.halfspread.app.capture.quality.QualityWatch;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.hyperliquid.BookSide;
import io.halfspread.codec.hyperliquid.VenueTrade;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.gateway.frames.FrameEvents;
import io.halfspread.gateway.ingress.MarketEventWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualityTest {
    private static final long T0 = 1_741_651_200_000_000_000L;
    private static final long MS = 1_000_000L;
    private static final long LAG = 200 * MS;

    private final QualityWatch watch = new QualityWatch();
    private final FrameEvents events = new FrameEvents();
    private final MarketEventWriter writer = new MarketEventWriter(events);
    private final VenueTrade trade = new VenueTrade();

    @Test
    void shouldFindGapsOfACoinAndOfAllCoinsWithTheirTimes() {
        for (int ms = 0; ms <= 60_000; ms += 1_000) {
            if (ms <= 20_000 || ms >= 25_000) {
                touch(0, ms, LAG, 100, 101);
            }
            if (ms < 10_000 || ms > 40_000) {
                touch(1, ms + 1, LAG, 50, 51);
            }
        }

        final JsonNode report = json(LineFigures.NONE);

        assertEquals("1", text(report, "gaps", "count"));
        assertEquals("20.0", text(gap(report.member("gaps")), "at_s"));
        assertEquals("5.0", text(gap(report.member("gaps")), "seconds"));
        assertEquals("2025-03-11T00:00:20.200Z", text(gap(report.member("gaps")), "from"));
        final JsonNode eth = report.member("coins").member("ETH");
        assertEquals("1", text(eth, "gaps", "count"));
        assertEquals("32.0", text(eth, "gaps", "longest_s"));
        assertEquals("0", text(eth, "book_gaps", "count"));
        assertEquals("D", text(report, "grade"));
        assertEquals(
                "D ETH: 53.3 % of the time without data (A: 0.10 % at most)",
                report.member("reasons").elements().get(0).text());
    }

    @Test
    void shouldCountCrossedOneSidedAndRepeatedData() {
        book(0, 0, 100, 101);
        book(0, 0, 100, 101);
        book(500, 500, 100, 101);
        book(600, 600, 102, 101);
        touch(0, 700, LAG, 100, 100);
        touch(0, 800, LAG, 0, 100);
        trade(900, 7);
        trade(1_000, 8);
        trade(1_100, 7);
        trade(1_200, 0);
        trade(1_300, 0);

        final JsonNode btc = json(LineFigures.NONE).member("coins").member("BTC");

        assertEquals("2", text(btc, "crossed"));
        assertEquals("1", text(btc, "one_sided"));
        assertEquals("1", text(btc, "duplicate_books"));
        assertEquals("1", text(btc, "duplicate_trades"));
        assertEquals("4", text(btc, "events", "book"));
        assertEquals("5", text(btc, "events", "trade"));
    }

    @Test
    void shouldFindStepsOfTheClockAndEventsBeforeTheirTime() {
        for (int i = 0; i < 100; i++) {
            touch(0, i * 100, i < 50 ? LAG : i < 80 ? LAG + 1_500 * MS : -5 * MS, 100, 101);
        }

        final JsonNode clock =
                json(LineFigures.NONE).member("coins").member("BTC").member("clock");

        assertEquals("2", text(clock, "steps"));
        assertEquals("1705.0", text(clock, "largest_step_ms"));
        assertEquals("20", text(clock, "early"));
        assertEquals("-5.0", text(clock, "earliest_ms"));
    }

    @Test
    void shouldGradeLinesAndDamagedFiles() {
        touch(0, 0, LAG, 100, 101);
        touch(0, 100, LAG, 100, 101);

        assertEquals(
                Grade.A,
                report(new LineFigures(20_000, 0, Map.of(), List.of(), 0, 0, 0)).grade());
        assertEquals(
                Grade.B,
                report(new LineFigures(20_000, 1, Map.of(), List.of(), 0, 0, 0)).grade());
        assertEquals(
                Grade.C,
                report(new LineFigures(20_000, 1, Map.of(), List.of(), 1, 0, 0)).grade());
        assertEquals(
                Grade.D,
                report(new LineFigures(20_000, 300, Map.of(), List.of(), 0, 0, 0))
                        .grade());
        assertEquals(
                Grade.B,
                report(new LineFigures(20_000, 0, Map.of(), List.of(), 0, 800, 900))
                        .grade());
        assertEquals(
                Grade.D, new QualityWatch().report(List.of(), LineFigures.NONE).grade(), "nothing at all");
    }

    @Test
    void shouldDocumentEachMeasureWithItsLimits() throws IOException {
        final String guide = Files.readString(Path.of(System.getProperty("halfspread.home"), "docs", "captures.md"));
        for (final Measure measure : Measure.values()) {
            final String row = "| " + measure.text() + " | " + measure.most(Grade.A) + " | " + measure.most(Grade.B)
                    + " | " + measure.most(Grade.C) + " |";

            assertTrue(guide.contains(row), row);
        }
    }

    private QualityReport report(final LineFigures lines) {
        return watch.report(List.of("BTC", "ETH"), lines);
    }

    private JsonNode json(final LineFigures lines) {
        return StrictJson.parse(JsonOutput.of(report(lines).json(Map.of())), false)
                .root();
    }

    private static JsonNode gap(final JsonNode gaps) {
        return gaps.member("listed").elements().get(0);
    }

    private void touch(final int coin, final long ms, final long lagNs, final long bid, final long ask) {
        writer.ingestNs(T0 + ms * MS + Math.max(lagNs, LAG));
        writer.onBbo(coin, T0 + ms * MS + Math.max(lagNs, LAG) - lagNs, side(bid), side(ask));
        drain();
    }

    private void book(final long ms, final long venueMs, final long bid, final long ask) {
        writer.ingestNs(T0 + ms * MS + LAG);
        writer.onBook(0, T0 + venueMs * MS, false, side(bid), side(ask));
        drain();
    }

    private void trade(final long ms, final long id) {
        writer.ingestNs(T0 + ms * MS + LAG);
        writer.onTrade(trade.fill(0, Side.BID, T0 + ms * MS, 100, 1, id));
        drain();
    }

    private static BookSide side(final long px) {
        final BookSide side = new BookSide();
        if (px > 0) {
            side.append(px, 1, 1);
        }
        return side;
    }

    private void drain() {
        while (events.next()) {
            watch.onInput(events.buffer(), events.offset(), events.length());
        }
        events.clear();
    }

    private static String text(final JsonNode node, final String... path) {
        JsonNode found = node;
        for (final String member : path) {
            found = found.member(member);
        }
        return found.text();
    }
}
