package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;
import io.halfspread.codec.refusal.Refusal;

/** Channel bbo. A null or missing element is an empty side; an array of one element holds the bid. */
@HotPath
final class BboDecoder implements ChannelDecoder {
    private static final int COIN = 0;
    private static final int TIME = 1;
    private static final int BBO = 2;
    private static final int NEEDED = 1 << COIN | 1 << TIME | 1 << BBO;

    private final NameTable members = new NameTable("coin", "time", "bbo");
    private final LevelReader levelReader = new LevelReader();
    private final BookSide bid = new BookSide();
    private final BookSide ask = new BookSide();
    private final CoinIndex coins;
    private int instrument;
    private long venueNs;

    BboDecoder(final CoinIndex coins) {
        this.coins = coins;
    }

    @Override
    public void decode(final JsonCursor cursor) {
        bid.clear();
        ask.clear();
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
            if (member == BBO) {
                readSides(cursor);
            } else if (member == TIME) {
                venueNs = VenueFields.timeNs(cursor);
            } else {
                instrument = VenueFields.instrument(cursor, coins);
            }
        }
        VenueFields.complete(cursor, seen, NEEDED);
    }

    private void readSides(final JsonCursor cursor) {
        if (!cursor.enterArray()) {
            return;
        }
        int sides = 0;
        while (cursor.nextElement()) {
            if (sides == 2) {
                cursor.fail(Refusal.SIDES_MALFORMED, cursor.position());
            } else if (!cursor.nullValue()) {
                levelReader.read(cursor, sides == 0 ? bid : ask);
            }
            sides++;
        }
    }

    @Override
    public boolean deliver(final VenueListener listener) {
        return instrument == CoinIndex.UNKNOWN || listener.onBbo(instrument, venueNs, bid, ask);
    }

    @Override
    public int unknownCoins() {
        return instrument == CoinIndex.UNKNOWN ? 1 : 0;
    }
}
