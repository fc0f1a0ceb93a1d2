package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;
import io.halfspread.codec.refusal.Refusal;

/** Channel l2Book. */
@HotPath
final class BookDecoder implements ChannelDecoder {
    private static final int COIN = 0;
    private static final int TIME = 1;
    private static final int LEVELS = 2;
    private static final int FAST = 3;
    private static final int NEEDED = 1 << COIN | 1 << TIME | 1 << LEVELS;

    private final NameTable members = new NameTable("coin", "time", "levels", "fast");
    private final LevelReader levelReader = new LevelReader();
    private final BookSide bids = new BookSide();
    private final BookSide asks = new BookSide();
    private final CoinIndex coins;
    private int instrument;
    private long venueNs;
    private boolean fast;

    BookDecoder(final CoinIndex coins) {
        this.coins = coins;
    }

    @Override
    public void decode(final JsonCursor cursor) {
        bids.clear();
        asks.clear();
        fast = false;
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
            if (member == LEVELS) {
                readSides(cursor);
            } else if (member == TIME) {
                venueNs = VenueFields.timeNs(cursor);
            } else if (member == COIN) {
                instrument = VenueFields.instrument(cursor, coins);
            } else {
                fast = cursor.booleanValue();
            }
        }
        VenueFields.complete(cursor, seen, NEEDED);
    }

    private void readSides(final JsonCursor cursor) {
        final int at = cursor.position();
        if (!cursor.enterArray()) {
            return;
        }
        int sides = 0;
        while (cursor.nextElement()) {
            if (sides < 2) {
                readSide(cursor, sides == 0 ? bids : asks);
            } else {
                cursor.fail(Refusal.SIDES_MALFORMED, cursor.position());
            }
            sides++;
        }
        if (sides != 2) {
            cursor.fail(Refusal.SIDES_MALFORMED, at);
        }
    }

    private void readSide(final JsonCursor cursor, final BookSide side) {
        if (cursor.enterArray()) {
            levelReader.readAll(cursor, side);
        }
    }

    @Override
    public boolean deliver(final VenueListener listener) {
        return instrument == CoinIndex.UNKNOWN || listener.onBook(instrument, venueNs, fast, bids, asks);
    }

    @Override
    public int unknownCoins() {
        return instrument == CoinIndex.UNKNOWN ? 1 : 0;
    }
}
