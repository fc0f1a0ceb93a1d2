package io.halfspread.gateway.csv;

import io.halfspread.codec.hyperliquid.BookSide;
import io.halfspread.codec.refusal.Refusal;
import io.halfspread.gateway.ingress.MarketEventWriter;

/** Rows of the touch; a side whose price and amount are empty has no order. */
final class QuoteRows implements RowReader {
    private static final int ASK_AMOUNT = 0;
    private static final int ASK_PRICE = 1;
    private static final int BID_PRICE = 2;
    private static final int BID_AMOUNT = 3;

    private final BookSide bid = new BookSide();
    private final BookSide ask = new BookSide();
    private final int[] fields;

    QuoteRows(final int[] fields) {
        this.fields = fields;
    }

    @Override
    public int read(final CsvRow row, final int instrument) {
        bid.clear();
        ask.clear();
        LevelRows.readLevel(row, fields[BID_PRICE], fields[BID_AMOUNT], bid);
        LevelRows.readLevel(row, fields[ASK_PRICE], fields[ASK_AMOUNT], ask);
        if (row.refusal() == Refusal.NONE && LevelRows.isCrossed(bid, ask)) {
            row.refuse(Refusal.BOOK_CROSSED, row.start(fields[BID_PRICE]));
        }
        return row.refusal();
    }

    @Override
    public void deliver(final MarketEventWriter writer, final int instrument, final long venueNs) {
        writer.onBbo(instrument, venueNs, bid, ask);
    }
}
