package io.halfspread.engine.replay;

import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.book.MarketBook;
import java.util.Arrays;

/**
 * The recorded book of one instrument as an order meets it: merged as the engine merges it, less what our own takers took
 * since the newest book event. Sizes are decimal8.
 */
final class DisplayedBook {
    static final long NONE = MarketBook.NONE;

    private static final int LEVELS = 32;

    private final MarketBook book = new MarketBook();
    private final long[] takenBids = new long[LEVELS];
    private final long[] takenAsks = new long[LEVELS];
    private long newestTradeNs = Long.MIN_VALUE;

    void onBestBidOffer(final BestBidOfferDecoder event) {
        book.onBestBidOffer(event);
        restore();
    }

    void onSnapshot(final BookSnapshotDecoder event) {
        book.onSnapshot(event);
        restore();
    }

    void onTrade(final long venueNs) {
        newestTradeNs = Math.max(newestTradeNs, venueNs);
    }

    /** Venue time of the newest book event. */
    long bookNs() {
        return book.newestVenueNs();
    }

    /** Venue time of the newest book event or trade: what an order that comes now is later than. */
    long marketNs() {
        return Math.max(bookNs(), newestTradeNs);
    }

    int depth(final Side side) {
        return side == Side.BID ? book.bidDepth() : book.askDepth();
    }

    /** Price of a level of a side. */
    long px(final Side side, final int level) {
        return side == Side.BID ? book.bidPx(level) : book.askPx(level);
    }

    /** Best price of a side, or NONE. */
    long bestPx(final Side side) {
        return depth(side) == 0 ? NONE : px(side, 0);
    }

    /** Size left at a level of a side. */
    long left(final Side side, final int level) {
        final long size = side == Side.BID ? book.bidSz(level) : book.askSz(level);
        return Math.max(0, size - (side == Side.BID ? takenBids : takenAsks)[level]);
    }

    /** One of our takers took that much of a level. */
    void take(final Side side, final int level, final long size) {
        (side == Side.BID ? takenBids : takenAsks)[level] += size;
    }

    /** Size displayed at a price of a side; {@link QueuePlace#NOT_SHOWN} when it lies beyond the worst level. */
    long shown(final Side side, final long px) {
        final int depth = depth(side);
        for (int i = 0; i < depth; i++) {
            final long level = px(side, i);
            if (level == px) {
                return side == Side.BID ? book.bidSz(i) : book.askSz(i);
            }
            if (side == Side.BID ? level < px : level > px) {
                return 0;
            }
        }
        return QueuePlace.NOT_SHOWN;
    }

    private void restore() {
        Arrays.fill(takenBids, 0);
        Arrays.fill(takenAsks, 0);
    }
}
