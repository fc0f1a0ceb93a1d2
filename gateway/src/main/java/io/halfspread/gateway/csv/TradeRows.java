package io.halfspread.gateway.csv;

import io.halfspread.codec.event.Side;
import io.halfspread.codec.hyperliquid.VenueTrade;
import io.halfspread.codec.refusal.Refusal;
import io.halfspread.gateway.ingress.MarketEventWriter;

/** Rows of trades; {@code side} is that of the taker. */
final class TradeRows implements RowReader {
    private static final int ID = 0;
    private static final int SIDE = 1;
    private static final int PRICE = 2;
    private static final int AMOUNT = 3;

    private final VenueTrade trade = new VenueTrade();
    private final int[] fields;
    private Side aggressor;
    private long px;
    private long sz;
    private long id;

    TradeRows(final int[] fields) {
        this.fields = fields;
    }

    @Override
    public int read(final CsvRow row, final int instrument) {
        id = row.id(fields[ID]);
        px = row.px(fields[PRICE]);
        sz = row.sz(fields[AMOUNT], 1);
        if (row.is(fields[SIDE], "buy")) {
            aggressor = Side.BID;
        } else if (row.is(fields[SIDE], "sell")) {
            aggressor = Side.ASK;
        } else {
            row.refuse(Refusal.ROW_SIDE, row.start(fields[SIDE]));
        }
        return row.refusal();
    }

    @Override
    public void deliver(final MarketEventWriter writer, final int instrument, final long venueNs) {
        writer.onTrade(trade.fill(instrument, aggressor, venueNs, px, sz, id));
    }
}
