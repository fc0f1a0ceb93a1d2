package io.halfspread.engine.replay;

import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.book.MarketBook;
import java.util.Arrays;

/**
 * The touch an order would meet, by the same book as the engine's, less what our own takers took from it since the last
 * book event.
 */
final class DisplayedTouch {
    static final long NONE = MarketBook.NONE;

    private MarketBook[] books = new MarketBook[0];
    private long[] takenBid = new long[0];
    private long[] takenAsk = new long[0];

    void onBestBidOffer(final BestBidOfferDecoder event) {
        book(event.instrument()).onBestBidOffer(event);
    }

    void onSnapshot(final BookSnapshotDecoder event) {
        book(event.instrument()).onSnapshot(event);
    }

    /** Price an order of a side would trade at, or NONE. */
    long px(final int instrument, final Side side) {
        if (instrument >= books.length || books[instrument] == null) {
            return NONE;
        }
        return side == Side.BID ? books[instrument].bestAsk() : books[instrument].bestBid();
    }

    /** Size an order of a side would find there; only when there is a price. */
    long size(final int instrument, final Side side) {
        final long shown = side == Side.BID ? books[instrument].bestAskSz() : books[instrument].bestBidSz();
        return Math.max(0, shown - (side == Side.BID ? takenAsk : takenBid)[instrument]);
    }

    /** An order of a side took that much. */
    void take(final int instrument, final Side side, final long size) {
        (side == Side.BID ? takenAsk : takenBid)[instrument] += size;
    }

    private MarketBook book(final int instrument) {
        if (instrument >= books.length) {
            final int length = Math.max(16, Integer.highestOneBit(instrument) * 2);
            books = Arrays.copyOf(books, length);
            takenBid = Arrays.copyOf(takenBid, length);
            takenAsk = Arrays.copyOf(takenAsk, length);
        }
        if (books[instrument] == null) {
            books[instrument] = new MarketBook();
        }
        takenBid[instrument] = 0;
        takenAsk[instrument] = 0;
        return books[instrument];
    }
}
