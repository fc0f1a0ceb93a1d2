package io.halfspread.sim.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.sim.exchange.Action;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.ExchangeConfig;
import io.halfspread.sim.exchange.ExchangeListener;
import io.halfspread.sim.exchange.FillRecord;
import io.halfspread.sim.exchange.FundingRecord;
import io.halfspread.sim.exchange.InstrumentConfig;
import io.halfspread.sim.exchange.OrderRecord;
import io.halfspread.sim.exchange.OrderRequest;
import io.halfspread.sim.exchange.OrderStatus;
import io.halfspread.sim.exchange.Result;
import io.halfspread.sim.exchange.Tif;
import io.halfspread.sim.exchange.TradeRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordedFlowTest {
    private static final long ONE = 100_000_000L;
    private static final long START_MS = 1_790_000_000_000L;
    private static final String OURS = "0x00000000000000000000000000000000000000a1";

    @TempDir
    private Path directory;

    private final StringBuilder lines = new StringBuilder();
    private Exchange exchange;
    private long tids;

    @Test
    void shouldFillAfterDisplayedSizeWhenTradesReachUs() throws IOException {
        book(0, "39.99", "5", "40.01", "5");
        trade(300, "A", "39.99", "4");
        trade(600, "A", "39.99", "2");
        final RecordedFlow flow = flow(CancelRule.PESSIMISTIC);
        blocks(flow, 0, 2);
        buy("39.99", 3, Tif.ALO);

        blocks(flow, 2, 5);
        assertEquals(List.of(), exchange.fills(OURS));
        blocks(flow, 5, 10);

        final FillRecord fill = exchange.fills(OURS).get(0);
        assertEquals(ONE, fill.sz());
        assertEquals(
                new FillCause(FillCause.Kind.TRADE, ns(600), decimal("39.99"), 2 * ONE),
                flow.cause(OURS, fill).orElseThrow());
    }

    @Test
    void shouldMoveUpByTheRuleWhenDisplayedSizeShrinks() throws IOException {
        book(0, "39.99", "5", "40.01", "5");
        book(300, "39.99", "9", "40.01", "5");
        book(500, "39.99", "4", "40.01", "5");
        trade(800, "A", "39.99", "2");
        final String frames = lines.toString();

        assertEquals(List.of(), fillsOf(CancelRule.PESSIMISTIC));
        lines.setLength(0);
        lines.append(frames);
        assertEquals(
                2 * ONE,
                fillsOf(CancelRule.OPTIMISTIC).stream()
                        .mapToLong(FillRecord::sz)
                        .sum());
    }

    @Test
    void shouldFillWhenRecordedBookMovesThroughUs() throws IOException {
        book(0, "39.99", "5", "40.01", "5");
        book(300, "39.90", "5", "39.95", "5");
        final RecordedFlow flow = flow(CancelRule.PESSIMISTIC);
        blocks(flow, 0, 2);
        buy("40.00", 1, Tif.ALO);

        blocks(flow, 2, 8);

        final FillRecord fill = exchange.fills(OURS).get(0);
        assertEquals(decimal("40.00"), fill.px());
        assertEquals(
                FillCause.Kind.CROSSED, flow.cause(OURS, fill).orElseThrow().kind());
        assertEquals(ns(300), flow.cause(OURS, fill).orElseThrow().receiveNs());
    }

    @Test
    void shouldCountTradeOnceWhenBookThatShowsItComesFirst() throws IOException {
        book(0, "39.99", "5", "40.01", "5");
        bookReceived(310, 300, "39.99", "1");
        tradeReceived(345, 300, "A", "39.99", "4");
        trade(600, "A", "39.99", "3");
        final RecordedFlow flow = flow(CancelRule.PESSIMISTIC);
        blocks(flow, 0, 2);
        buy("39.99", 3, Tif.ALO);

        blocks(flow, 2, 6);
        assertEquals(List.of(), exchange.fills(OURS));
        blocks(flow, 6, 12);

        assertEquals(2 * ONE, exchange.fills(OURS).get(0).sz());
    }

    @Test
    void shouldFillNothingWhenTradeComesLongAfterItsBook() throws IOException {
        book(0, "39.99", "5", "40.01", "5");
        bookReceived(310, 300, "39.99", "1");
        tradeReceived(900, 300, "A", "39.99", "4");
        book(1500, "39.99", "1", "40.01", "5");
        final RecordedFlow flow = flow(CancelRule.PESSIMISTIC);
        blocks(flow, 0, 2);
        buy("39.99", 3, Tif.ALO);

        blocks(flow, 2, 18);

        assertEquals(List.of(), exchange.fills(OURS));
        assertTrue(flow.ended());
    }

    @Test
    void shouldFillDisplayedSizeOnceWhenBookStaysThroughUs() throws IOException {
        book(0, "39.99", "5", "40.01", "5");
        book(300, "39.90", "5", "39.95", "2");
        book(500, "39.90", "5", "39.95", "2");
        book(700, "39.90", "5", "39.95", "3");
        final RecordedFlow flow = flow(CancelRule.PESSIMISTIC);
        blocks(flow, 0, 2);
        buy("40.00", 9, Tif.ALO);

        blocks(flow, 2, 12);

        assertEquals(
                List.of(2 * ONE, ONE),
                exchange.fills(OURS).stream().map(FillRecord::sz).toList());
    }

    @Test
    void shouldLeaveOutLinesThatAreNoFramesWhenLooking() throws IOException {
        book(0, "39.99", "5.25", "40.01", "5");
        lines.append("no frame\n17 {\"channel\":\"bbo\",\"data\":{\n");
        trade(300, "A", "39.99", "4");

        final Recording recording = Recording.of(file("looked.gz"));

        assertEquals(List.of("HYPE"), recording.names());
        assertEquals(new Recording.Coin(2, 40 * ONE, 1), recording.coins().get("HYPE"));
        assertEquals(2, recording.skipped());
        assertEquals(2, recording.firstSkipped());
        assertEquals(0.3, recording.seconds(), 1e-9);
    }

    @Test
    void shouldRefuseFileWithoutBooks() throws IOException {
        trade(300, "A", "39.99", "4");
        final Path file = file("trades.gz");

        final IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Recording.of(file));
        assertTrue(refusal.getMessage().contains("no book in its 1 lines"), refusal::getMessage);
    }

    @Test
    void shouldWalkDisplayedBookWhenWeTake() throws IOException {
        book(0, "39.99", "5", "40.01", "5");
        book(300, "39.99", "5", "40.01", "5");
        final RecordedFlow flow = flow(CancelRule.PESSIMISTIC);
        blocks(flow, 0, 2);
        buy("40.05", 7, Tif.IOC);
        exchange.runBlock(START_MS + 150);

        assertEquals(5 * ONE, exchange.fills(OURS).get(0).sz());
        assertEquals(
                FillCause.Kind.TAKEN,
                flow.cause(OURS, exchange.fills(OURS).get(0)).orElseThrow().kind());
        blocks(flow, 2, 8);
        assertEquals(5 * ONE, exchange.levels(0, false, 1).get(0).sz());
        assertTrue(flow.ended());
    }

    private List<FillRecord> fillsOf(final CancelRule rule) throws IOException {
        final RecordedFlow flow = flow(rule);
        blocks(flow, 0, 2);
        buy("39.99", 3, Tif.ALO);
        blocks(flow, 2, 4);
        blocks(flow, 4, 12);
        return exchange.fills(OURS);
    }

    private RecordedFlow flow(final CancelRule rule) throws IOException {
        final Path file = file("frames-" + rule + ".gz");
        exchange = new Exchange(
                ExchangeConfig.venue(1, List.of(new InstrumentConfig("HYPE", 2, 10, 40 * ONE))), new Silent());
        exchange.deposit(OURS, 10_000 * ONE);
        return new RecordedFlow(exchange, 0, file, rule);
    }

    private Path file(final String name) throws IOException {
        final Path file = directory.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    private void blocks(final RecordedFlow flow, final int from, final int to) {
        for (int i = from; i < to; i++) {
            flow.beforeBlock(START_MS + 100L * i);
            exchange.runBlock(START_MS + 100L * i);
        }
    }

    private void buy(final String px, final int sz, final Tif tif) {
        exchange.submit(
                1, OURS, new Action.Order(List.of(new OrderRequest(0, true, decimal(px), sz * ONE, false, tif, null))));
    }

    private void book(final long ms, final String bid, final String bidSz, final String ask, final String askSz) {
        line(ms, levels(ms, bid, bidSz, ask, askSz));
    }

    private void bookReceived(final long receivedMs, final long ms, final String bid, final String bidSz) {
        line(receivedMs, levels(ms, bid, bidSz, "40.01", "5"));
    }

    private static String levels(
            final long ms, final String bid, final String bidSz, final String ask, final String askSz) {
        return "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"HYPE\",\"time\":%d,\"levels\":[[{\"px\":\"%s\",\"sz\":\"%s\",\"n\":1}],[{\"px\":\"%s\",\"sz\":\"%s\",\"n\":1}]]}}"
                .formatted(START_MS + ms, bid, bidSz, ask, askSz);
    }

    private void trade(final long ms, final String side, final String px, final String sz) {
        tradeReceived(ms, ms, side, px, sz);
    }

    private void tradeReceived(
            final long receivedMs, final long ms, final String side, final String px, final String sz) {
        line(
                receivedMs,
                "{\"channel\":\"trades\",\"data\":[{\"coin\":\"HYPE\",\"side\":\"%s\",\"px\":\"%s\",\"sz\":\"%s\",\"time\":%d,\"tid\":%d}]}"
                        .formatted(side, px, sz, START_MS + ms, ++tids));
    }

    private void line(final long ms, final String frame) {
        lines.append(ns(ms)).append(' ').append(frame).append('\n');
    }

    private static long ns(final long ms) {
        return (START_MS + ms) * 1_000_000L;
    }

    private static long decimal(final String text) {
        return Math.round(Double.parseDouble(text) * ONE);
    }

    private static final class Silent implements ExchangeListener {
        @Override
        public void onResult(final long ticket, final Result result) {}

        @Override
        public void onOrderUpdate(
                final String account, final OrderRecord order, final OrderStatus status, final long timeMs) {}

        @Override
        public void onFill(final String account, final FillRecord fill) {}

        @Override
        public void onTrades(final int asset, final List<TradeRecord> trades) {}

        @Override
        public void onFunding(final String account, final FundingRecord funding) {}

        @Override
        public void onBlockEnd(final long timeMs) {}
    }
}
