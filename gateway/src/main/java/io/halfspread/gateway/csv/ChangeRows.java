package io.halfspread.gateway.csv;

import io.halfspread.codec.hyperliquid.BookSide;
import io.halfspread.codec.refusal.Refusal;
import io.halfspread.gateway.ingress.MarketEventWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of changed levels. The rows of a coin with one receive time are one message; the book after it is an event when a
 * level that events hold has changed. Rows of a snapshot after other rows begin the book anew. A book that is crossed after
 * a message is refused; its levels are kept, since the next message may put it right.
 */
final class ChangeRows implements RowReader {
    private static final int IS_SNAPSHOT = 0;
    private static final int SIDE = 1;
    private static final int PRICE = 2;
    private static final int AMOUNT = 3;

    private final BookSide bids = new BookSide();
    private final BookSide asks = new BookSide();
    private final List<Book> books = new ArrayList<>();
    private final int[] fields;
    private Book current;

    ChangeRows(final int[] fields) {
        this.fields = fields;
    }

    @Override
    public int read(final CsvRow row, final int instrument) {
        final boolean ofSnapshot = row.flag(fields[IS_SNAPSHOT]);
        final long px = row.px(fields[PRICE]);
        final long sz = row.sz(fields[AMOUNT], 0);
        final boolean bid = row.is(fields[SIDE], "bid");
        if (!bid && !row.is(fields[SIDE], "ask")) {
            row.refuse(Refusal.ROW_SIDE, row.start(fields[SIDE]));
        }
        current = book(instrument);
        if (row.refusal() == Refusal.NONE && !ofSnapshot && !current.known) {
            row.refuse(Refusal.BOOK_UNKNOWN, 0);
        }
        if (row.refusal() == Refusal.NONE) {
            current.apply(ofSnapshot, bid, px, sz);
        }
        return row.refusal();
    }

    @Override
    public boolean joins() {
        return true;
    }

    @Override
    public int complete() {
        if (!current.changed) {
            return QUIET;
        }
        current.bids.copyTo(bids);
        current.asks.copyTo(asks);
        if (LevelRows.isCrossed(bids, asks)) {
            return Refusal.BOOK_CROSSED;
        }
        current.changed = false;
        return Refusal.NONE;
    }

    @Override
    public void deliver(final MarketEventWriter writer, final int instrument, final long venueNs) {
        writer.onBook(instrument, venueNs, false, bids, asks);
    }

    private Book book(final int instrument) {
        while (books.size() <= instrument) {
            books.add(new Book());
        }
        return books.get(instrument);
    }

    /** The book of one coin. */
    private static final class Book {
        private final LevelLadder bids = new LevelLadder(true);
        private final LevelLadder asks = new LevelLadder(false);
        private boolean known;
        private boolean inSnapshot;
        private boolean changed;

        private void apply(final boolean ofSnapshot, final boolean bid, final long px, final long sz) {
            if (ofSnapshot && !inSnapshot) {
                bids.clear();
                asks.clear();
                changed = true;
            }
            known = true;
            inSnapshot = ofSnapshot;
            changed |= (bid ? bids : asks).set(px, sz);
        }
    }
}
