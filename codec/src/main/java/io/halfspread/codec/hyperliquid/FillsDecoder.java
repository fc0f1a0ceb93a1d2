package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;

/** Channel userFills: history at every subscription, then the stream. */
@HotPath
final class FillsDecoder implements ChannelDecoder {
    private static final int FILLS = 0;
    private static final int FORESEEN_FILLS = 256;

    private final NameTable members = new NameTable("fills", "isSnapshot");
    private final FrameList<VenueFill> fills = new FrameList<>(FORESEEN_FILLS, VenueFill::new);
    private final FillReader reader;
    private int unknownCoins;
    private int delivered;

    FillsDecoder(final CoinIndex coins) {
        reader = new FillReader(coins);
    }

    @Override
    public void decode(final JsonCursor cursor) {
        fills.clear();
        unknownCoins = 0;
        delivered = 0;
        boolean snapshot = false;
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
            if (member == FILLS) {
                unknownCoins += reader.readAll(cursor, fills);
            } else {
                snapshot = !cursor.nullValue() && cursor.booleanValue();
            }
        }
        for (int i = 0; i < fills.size(); i++) {
            fills.get(i).snapshot = snapshot;
        }
    }

    @Override
    public boolean deliver(final VenueListener listener) {
        while (delivered < fills.size()) {
            final VenueFill fill = fills.get(delivered);
            if (fill.instrument != CoinIndex.UNKNOWN && !listener.onFill(fill)) {
                return false;
            }
            delivered++;
        }
        return true;
    }

    @Override
    public int unknownCoins() {
        return unknownCoins;
    }
}
