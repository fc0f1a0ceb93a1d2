package io.halfspread.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BestBidOfferEncoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.BookSnapshotEncoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class MarketBookTest {
    private final MarketBook book = new MarketBook();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
    private long arrivals;

    @Test
    void shouldBecomeTheTouchAndKeepDeeperLevelsOnABbo() {
        book(10, levels(100, 5, 99, 7), levels(101, 5, 102, 7));

        bbo(11, levels(100, 2), levels(101, 9));

        assertEquals(100, book.bestBid());
        assertEquals((2.0 + 7 - 9 - 7) / (2 + 7 + 9 + 7), book.imbalance(10));
    }

    @Test
    void shouldDropLevelsThatABboCrosses() {
        book(10, levels(100, 5, 99, 7), levels(101, 5, 102, 7));

        bbo(11, levels(101, 3), levels(103, 4));

        assertEquals(101, book.bestBid());
        assertEquals(103, book.bestAsk());
        assertFalse(book.isCrossed());
    }

    @Test
    void shouldIgnoreABookOlderThanTheLastOfItsStream() {
        book(10, levels(100, 5), levels(101, 5));

        assertFalse(book(9, levels(90, 5), levels(91, 5)));

        assertEquals(100, book.bestBid());
        assertEquals(1, book.lateEvents());
    }

    @Test
    void shouldPutALateBookUnderTheNewerTouch() {
        bbo(12, levels(100, 2), levels(101, 2));

        assertTrue(book(11, levels(99, 5, 98, 5), levels(100, 5, 102, 5)));

        assertEquals(100, book.bestBid());
        assertEquals(101, book.bestAsk());
        assertEquals((2.0 + 5 - 2 - 5) / 14, book.imbalance(2));
    }

    @Test
    void shouldTakeOurOwnSizeOut() {
        book(10, levels(100, 5, 99, 7), levels(101, 5, 102, 7));

        book.ownOrders(100, 5, 101, 2);

        assertEquals(99, book.bestBid());
        assertEquals(101, book.bestAsk());
        assertEquals((7.0 - 3) / (7 + 3), book.imbalance(1));
    }

    @Test
    void shouldBeOneSidedWhenASideIsEmpty() {
        book(10, levels(100, 5), levels());

        assertFalse(book.isTwoSided());
        assertEquals(MarketBook.NONE, book.bestAsk());
        assertEquals(0, book.imbalance(10));
    }

    @Test
    void shouldEqualTheNaiveBookOnRandomStreams() {
        for (int seed = 0; seed < 200; seed++) {
            final SplittableRandom random = new SplittableRandom(seed);
            final MarketBook fast = new MarketBook();
            final NaiveBook naive = new NaiveBook();
            long venueNs = 1000;
            long centre = 1000;
            for (int i = 0; i < 300; i++) {
                venueNs += random.nextInt(3);
                centre += random.nextInt(-3, 4);
                final NaiveBook.Event event =
                        event(random, centre, random.nextInt(10) == 0 ? venueNs - random.nextInt(4) : venueNs);

                final boolean expected = naive.on(event);

                assertEquals(expected, apply(fast, event));
                assertSame(naive, fast, seed, i);
            }
        }
    }

    private NaiveBook.Event event(final SplittableRandom random, final long centre, final long venueNs) {
        final int kind = random.nextInt(4);
        final int most = kind == 0 ? 20 : kind == 1 ? 5 : 1;
        return new NaiveBook.Event(
                kind == 0 ? "plain" : kind == 1 ? "fast" : "bbo",
                venueNs,
                arrivals++,
                side(random, centre - 1, -1, most),
                side(random, centre + 1, 1, most));
    }

    private static List<long[]> side(final SplittableRandom random, final long start, final int step, final int most) {
        final int count = random.nextInt(8) == 0 ? random.nextInt(most + 1) : most;
        final List<long[]> levels = new ArrayList<>();
        long px = start;
        for (int i = 0; i < count; i++) {
            px += step * random.nextLong(1, 4);
            levels.add(new long[] {px, random.nextLong(1, 100)});
        }
        return levels;
    }

    private static void assertSame(final NaiveBook naive, final MarketBook fast, final int seed, final int step) {
        final String where = "seed " + seed + " step " + step;
        assertEquals(naive.bids.isEmpty() ? MarketBook.NONE : naive.bids.firstKey(), fast.bestBid(), where);
        assertEquals(naive.asks.isEmpty() ? MarketBook.NONE : naive.asks.firstKey(), fast.bestAsk(), where);
        for (final int depth : new int[] {1, 3, 10, 20}) {
            assertEquals(imbalance(naive, depth), fast.imbalance(depth), where);
        }
    }

    private static double imbalance(final NaiveBook naive, final int maxDepth) {
        final int depth = Math.min(maxDepth, Math.min(naive.bids.size(), naive.asks.size()));
        double bid = 0;
        double ask = 0;
        final Iterator<Map.Entry<Long, Long>> bids = naive.bids.entrySet().iterator();
        final Iterator<Map.Entry<Long, Long>> asks = naive.asks.entrySet().iterator();
        for (int i = 0; i < depth; i++) {
            bid += bids.next().getValue();
            ask += asks.next().getValue();
        }
        return bid + ask > 0 ? (bid - ask) / (bid + ask) : 0;
    }

    private boolean apply(final MarketBook target, final NaiveBook.Event event) {
        if (event.stream().equals("bbo")) {
            return target.onBestBidOffer(encodeBbo(event.venueNs(), event.bids(), event.asks()));
        }
        return target.onSnapshot(
                encodeBook(event.stream().equals("fast"), event.venueNs(), event.bids(), event.asks()));
    }

    private boolean book(final long venueNs, final List<long[]> bids, final List<long[]> asks) {
        return book.onSnapshot(encodeBook(false, venueNs, bids, asks));
    }

    private boolean bbo(final long venueNs, final List<long[]> bids, final List<long[]> asks) {
        return book.onBestBidOffer(encodeBbo(venueNs, bids, asks));
    }

    private BookSnapshotDecoder encodeBook(
            final boolean fast, final long venueNs, final List<long[]> bids, final List<long[]> asks) {
        final BookSnapshotEncoder encoder =
                new BookSnapshotEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        encoder.ingestNs(venueNs).venueNs(venueNs).instrument(0).fast(fast ? Flag.YES : Flag.NO);
        final BookSnapshotEncoder.BidsEncoder bidGroup = encoder.bidsCount(bids.size());
        bids.forEach(level -> bidGroup.next().px(level[0]).sz(level[1]).orders(1));
        final BookSnapshotEncoder.AsksEncoder askGroup = encoder.asksCount(asks.size());
        asks.forEach(level -> askGroup.next().px(level[0]).sz(level[1]).orders(1));
        return new BookSnapshotDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());
    }

    private BestBidOfferDecoder encodeBbo(final long venueNs, final List<long[]> bids, final List<long[]> asks) {
        new BestBidOfferEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .ingestNs(venueNs)
                .venueNs(venueNs)
                .instrument(0)
                .bidPx(bids.isEmpty() ? BestBidOfferEncoder.bidPxNullValue() : bids.get(0)[0])
                .bidSz(bids.isEmpty() ? BestBidOfferEncoder.bidSzNullValue() : bids.get(0)[1])
                .bidOrders(1)
                .askPx(asks.isEmpty() ? BestBidOfferEncoder.askPxNullValue() : asks.get(0)[0])
                .askSz(asks.isEmpty() ? BestBidOfferEncoder.askSzNullValue() : asks.get(0)[1])
                .askOrders(1);
        return new BestBidOfferDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());
    }

    private static List<long[]> levels(final long... pxAndSz) {
        final List<long[]> levels = new ArrayList<>();
        for (int i = 0; i < pxAndSz.length; i += 2) {
            levels.add(new long[] {pxAndSz[i], pxAndSz[i + 1]});
        }
        return levels;
    }
}
