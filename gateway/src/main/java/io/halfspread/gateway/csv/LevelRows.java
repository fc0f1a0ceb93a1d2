package io.halfspread.gateway.csv;

import io.halfspread.codec.hyperliquid.BookSide;
import io.halfspread.codec.refusal.Refusal;
import io.halfspread.gateway.ingress.MarketEventWriter;

/** Rows of the best levels of a book; the first level without price and amount ends its side. */
final class LevelRows implements RowReader {
    /** What a level of unknown order count says: vendors do not tell. */
    static final long ORDERS = 1;

    private static final int PER_LEVEL = 4;
    private static final int FAST_LEVELS = 5;

    private final BookSide bids = new BookSide();
    private final BookSide asks = new BookSide();
    private final int[] fields;
    private final int levels;

    LevelRows(final int[] fields) {
        this.fields = fields;
        this.levels = fields.length / PER_LEVEL;
    }

    @Override
    public int read(final CsvRow row, final int instrument) {
        readSide(row, 0, asks, false);
        readSide(row, 2, bids, true);
        if (row.refusal() == Refusal.NONE && isCrossed(bids, asks)) {
            row.refuse(Refusal.BOOK_CROSSED, row.start(fields[2]));
        }
        return row.refusal();
    }

    @Override
    public void deliver(final MarketEventWriter writer, final int instrument, final long venueNs) {
        writer.onBook(instrument, venueNs, levels <= FAST_LEVELS, bids, asks);
    }

    private void readSide(final CsvRow row, final int first, final BookSide side, final boolean descending) {
        side.clear();
        boolean more = true;
        for (int level = 0; more && level < Math.min(levels, BookSide.MAX_LEVELS); level++) {
            final int price = fields[level * PER_LEVEL + first];
            more = readLevel(row, price, fields[level * PER_LEVEL + first + 1], side);
            if (more && level > 0 && side.px(level) >= side.px(level - 1) == descending) {
                row.refuse(Refusal.LEVELS_UNORDERED, row.start(price));
                more = false;
            }
        }
    }

    /** Appends a level; false when there is none, or a fault. */
    static boolean readLevel(final CsvRow row, final int price, final int amount, final BookSide side) {
        if (row.length(price) == 0 && row.length(amount) == 0) {
            return false;
        }
        final long px = row.px(price);
        final long sz = row.sz(amount, 1);
        if (row.refusal() != Refusal.NONE) {
            return false;
        }
        side.append(px, sz, ORDERS);
        return true;
    }

    static boolean isCrossed(final BookSide bids, final BookSide asks) {
        return bids.size() > 0 && asks.size() > 0 && bids.px(0) >= asks.px(0);
    }
}
