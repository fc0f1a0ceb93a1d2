package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;

/** Channel trades. Counterparties and transaction hashes are read over. */
@HotPath
final class TradesDecoder implements ChannelDecoder {
    private static final int COIN = 0;
    private static final int SIDE = 1;
    private static final int PX = 2;
    private static final int SZ = 3;
    private static final int TIME = 4;
    private static final int TID = 5;
    private static final int NEEDED = (1 << TID + 1) - 1;
    private static final int FORESEEN_TRADES = 512;

    private final NameTable members = new NameTable("coin", "side", "px", "sz", "time", "tid");
    private final FrameList<VenueTrade> trades = new FrameList<>(FORESEEN_TRADES, VenueTrade::new);
    private final CoinIndex coins;
    private int unknownCoins;

    TradesDecoder(final CoinIndex coins) {
        this.coins = coins;
    }

    @Override
    public void decode(final JsonCursor cursor) {
        trades.clear();
        unknownCoins = 0;
        if (!cursor.enterArray()) {
            return;
        }
        while (cursor.nextElement()) {
            readTrade(cursor, trades.append());
        }
    }

    private void readTrade(final JsonCursor cursor, final VenueTrade trade) {
        int seen = 0;
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            final int member = cursor.textIn(members);
            if (member == NameTable.UNKNOWN) {
                cursor.skip();
                continue;
            }
            seen = VenueFields.seen(cursor, seen, member);
            readMember(cursor, member, trade);
        }
        VenueFields.complete(cursor, seen, NEEDED);
        if (trade.instrument == CoinIndex.UNKNOWN) {
            unknownCoins++;
        }
    }

    private void readMember(final JsonCursor cursor, final int member, final VenueTrade trade) {
        switch (member) {
            case COIN:
                trade.instrument = VenueFields.instrument(cursor, coins);
                break;
            case SIDE:
                trade.aggressor = VenueFields.side(cursor);
                break;
            case PX:
                trade.px = VenueFields.px(cursor);
                break;
            case SZ:
                trade.sz = VenueFields.sz(cursor);
                break;
            case TIME:
                trade.venueNs = VenueFields.timeNs(cursor);
                break;
            default:
                trade.tid = VenueFields.id(cursor);
                break;
        }
    }

    @Override
    public boolean deliver(final VenueListener listener) {
        return unknownCoins == trades.size() || listener.onTrades(trades);
    }

    @Override
    public int unknownCoins() {
        return unknownCoins;
    }
}
