package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;
import io.halfspread.codec.refusal.Refusal;

/**
 * Reads {@code ["0xuser",FILL]} of the node's files of fills. Each trade stands there twice, once for either side; that of the
 * taker makes the trade. For one thread.
 */
@HotPath
public final class NodeFillReader {
    private static final int COIN = 0;
    private static final int PX = 1;
    private static final int SZ = 2;
    private static final int SIDE = 3;
    private static final int TIME = 4;
    private static final int CROSSED = 5;
    private static final int TID = 6;
    private static final int NEEDED = (1 << TID + 1) - 1;

    private final NameTable members = new NameTable("coin", "px", "sz", "side", "time", "crossed", "tid");
    private final CoinIndex coins;

    /**
     * Creates a reader.
     *
     * @param coins gives the instrument index of each coin
     */
    public NodeFillReader(final CoinIndex coins) {
        this.coins = coins;
    }

    /**
     * Reads the element that is next; a fault is left in the cursor.
     *
     * @param cursor before the element
     * @param trade  takes what it says
     * @return whether it is the taker's fill
     */
    public boolean read(final JsonCursor cursor, final VenueTrade trade) {
        boolean crossed = false;
        int place = 0;
        final int at = cursor.position();
        if (!cursor.enterArray()) {
            return false;
        }
        while (cursor.nextElement()) {
            if (place++ == 1) {
                crossed = readFill(cursor, trade);
            } else {
                cursor.skip();
            }
        }
        if (place != 2) {
            cursor.fail(Refusal.MEMBER_MISSING, at);
        }
        return crossed && !cursor.faulted();
    }

    private boolean readFill(final JsonCursor cursor, final VenueTrade trade) {
        boolean crossed = false;
        int seen = 0;
        if (!cursor.enterObject()) {
            return false;
        }
        while (cursor.nextMember()) {
            final int member = cursor.textIn(members);
            if (member == NameTable.UNKNOWN) {
                cursor.skip();
                continue;
            }
            seen = VenueFields.seen(cursor, seen, member);
            switch (member) {
                case COIN -> trade.instrument = VenueFields.instrument(cursor, coins);
                case PX -> trade.px = VenueFields.px(cursor);
                case SZ -> trade.sz = VenueFields.sz(cursor);
                case SIDE -> trade.aggressor = VenueFields.side(cursor);
                case TIME -> trade.venueNs = VenueFields.timeNs(cursor);
                case CROSSED -> crossed = cursor.booleanValue();
                default -> trade.tid = VenueFields.id(cursor);
            }
        }
        VenueFields.complete(cursor, seen, NEEDED);
        return crossed;
    }
}
