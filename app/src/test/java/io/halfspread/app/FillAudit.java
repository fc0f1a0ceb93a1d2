package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.engine.capture.CaptureReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks a capture and holds every modelled fill against what the record says: the trade it names exists, came before, had that
 * venue time, the other side as aggressor, a price at or through ours, and size enough for all fills that name it; or a book of
 * that venue time showed the other side at a price that reaches ours.
 *
 * @param byTrade fills explained by a trade
 * @param byBook  fills explained by a book
 */
record FillAudit(int byTrade, int byBook) {
    private static final int BODY = MessageHeaderDecoder.ENCODED_LENGTH;

    private record Tape(long venueNs, Side aggressor, long px, long[] left) {}

    private record Touch(long bestBid, long bestAsk) {}

    static FillAudit of(final Path folder) {
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        final TradeDecoder trade = new TradeDecoder();
        final BestBidOfferDecoder bbo = new BestBidOfferDecoder();
        final BookSnapshotDecoder book = new BookSnapshotDecoder();
        final FillDecoder fill = new FillDecoder();
        final Map<String, Tape> tape = new HashMap<>();
        final Map<String, List<Touch>> books = new HashMap<>();
        final int[] counts = new int[2];
        try (CaptureReader records = CaptureReader.open(folder)) {
            while (records.next()) {
                header.wrap(records.buffer(), records.offset());
                final int body = records.offset() + BODY;
                switch (header.templateId()) {
                    case TradeDecoder.TEMPLATE_ID -> {
                        trade.wrap(records.buffer(), body, header.blockLength(), header.version());
                        if (trade.replayed() == Flag.NO) {
                            final long[] left = {trade.sz()};
                            tape.put(
                                    trade.instrument() + " " + trade.tid(),
                                    new Tape(trade.venueNs(), trade.aggressor(), trade.px(), left));
                        }
                    }
                    case BestBidOfferDecoder.TEMPLATE_ID -> {
                        bbo.wrap(records.buffer(), body, header.blockLength(), header.version());
                        books.computeIfAbsent(bbo.instrument() + " " + bbo.venueNs(), key -> new ArrayList<>())
                                .add(new Touch(bbo.bidPx(), bbo.askPx()));
                    }
                    case BookSnapshotDecoder.TEMPLATE_ID -> {
                        book.wrap(records.buffer(), body, header.blockLength(), header.version());
                        books.computeIfAbsent(book.instrument() + " " + book.venueNs(), key -> new ArrayList<>())
                                .add(touch(book));
                    }
                    case FillDecoder.TEMPLATE_ID -> {
                        fill.wrap(records.buffer(), body, header.blockLength(), header.version());
                        counts[fill.causeTid() == 0 ? 1 : 0]++;
                        if (fill.causeTid() == 0) {
                            checkBook(fill, books.get(fill.instrument() + " " + fill.venueNs()));
                        } else {
                            checkTrade(fill, tape.get(fill.instrument() + " " + fill.causeTid()));
                        }
                    }
                    default -> {
                        // Explains no fill.
                    }
                }
            }
        }
        return new FillAudit(counts[0], counts[1]);
    }

    private static void checkTrade(final FillDecoder fill, final Tape trade) {
        assertNotNull(trade, () -> "no trade explains " + fill);
        assertEquals(trade.venueNs, fill.venueNs());
        assertEquals(Flag.NO, fill.crossed());
        assertTrue(trade.aggressor != fill.side(), () -> trade + " cannot fill " + fill);
        assertTrue(
                fill.side() == Side.BID ? trade.px <= fill.px() : trade.px >= fill.px(),
                () -> trade + " does not reach " + fill);
        trade.left[0] -= fill.sz();
        assertTrue(trade.left[0] >= 0, () -> trade + " is used up twice by " + fill);
    }

    private static void checkBook(final FillDecoder fill, final List<Touch> touches) {
        assertNotNull(touches, () -> "no book explains " + fill);
        assertTrue(touches.stream().anyMatch(touch -> reaches(fill, touch)), () -> touches + " do not explain " + fill);
    }

    /** The other side was shown at the fill's price or a better one; a taker's levels lie behind the touch. */
    private static boolean reaches(final FillDecoder fill, final Touch touch) {
        return fill.side() == Side.BID ? touch.bestAsk <= fill.px() : touch.bestBid >= fill.px();
    }

    private static Touch touch(final BookSnapshotDecoder book) {
        long bestBid = Long.MIN_VALUE;
        final BookSnapshotDecoder.BidsDecoder bids = book.bids();
        while (bids.hasNext()) {
            bids.next();
            bestBid = bestBid == Long.MIN_VALUE ? bids.px() : bestBid;
        }
        long bestAsk = Long.MAX_VALUE;
        final BookSnapshotDecoder.AsksDecoder asks = book.asks();
        while (asks.hasNext()) {
            asks.next();
            bestAsk = bestAsk == Long.MAX_VALUE ? asks.px() : bestAsk;
        }
        return new Touch(bestBid, bestAsk);
    }
}
