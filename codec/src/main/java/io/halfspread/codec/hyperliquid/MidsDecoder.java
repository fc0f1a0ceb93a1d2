package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;
import io.halfspread.codec.refusal.Refusal;

/** Channel allMids: events for registered coins only; the several hundred others are not worth counting. */
@HotPath
final class MidsDecoder implements ChannelDecoder {
    private static final int FORESEEN_COINS = 64;

    private final NameTable members = new NameTable("mids");
    private final FrameList<Mid> mids = new FrameList<>(FORESEEN_COINS, Mid::new);
    private final CoinIndex coins;
    private int delivered;

    MidsDecoder(final CoinIndex coins) {
        this.coins = coins;
    }

    @Override
    public void decode(final JsonCursor cursor) {
        mids.clear();
        delivered = 0;
        int seen = 0;
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            if (cursor.textIn(members) == NameTable.UNKNOWN) {
                cursor.skip();
            } else {
                seen = VenueFields.seen(cursor, seen, 0);
                readMids(cursor);
            }
        }
        VenueFields.complete(cursor, seen, 1);
    }

    private void readMids(final JsonCursor cursor) {
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            final int instrument = coins.find(cursor.textBuffer(), cursor.textOffset(), cursor.textLength());
            if (instrument == CoinIndex.UNKNOWN) {
                cursor.skip();
            } else {
                readMid(cursor, instrument);
            }
        }
    }

    private void readMid(final JsonCursor cursor, final int instrument) {
        cursor.peek();
        final int at = cursor.position();
        final long px = VenueFields.rounded(cursor, Decimal8.EXPONENT);
        if (px == Decimal8.NULL) {
            return;
        }
        if (px < 0) {
            cursor.fail(Refusal.VALUE_OUT_OF_RANGE, at);
        }
        final Mid mid = mids.append();
        mid.instrument = instrument;
        mid.px = px;
    }

    @Override
    public boolean deliver(final VenueListener listener) {
        while (delivered < mids.size()) {
            final Mid mid = mids.get(delivered);
            if (!listener.onMid(mid.instrument, mid.px)) {
                return false;
            }
            delivered++;
        }
        return true;
    }

    @Override
    public int unknownCoins() {
        return 0;
    }

    @HotPath
    private static final class Mid {
        private int instrument;
        private long px;
    }
}
