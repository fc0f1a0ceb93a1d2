package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;

/**
 * Reads fills; userFills and user write them alike. Price and size must be exact; amounts that only inform (start position,
 * closed P and L, fee) are rounded half to even, since refusing a fill would lose a position.
 */
@HotPath
final class FillReader {
    private static final int COIN = 0;
    private static final int PX = 1;
    private static final int SZ = 2;
    private static final int SIDE = 3;
    private static final int TIME = 4;
    private static final int OID = 5;
    private static final int CROSSED = 6;
    private static final int TID = 7;
    private static final int START_POSITION = 8;
    private static final int CLOSED_PNL = 9;
    private static final int FEE = 10;
    private static final int FEE_TOKEN = 11;
    private static final int CLOID = 12;
    private static final int FILL_NEEDED = (1 << TID + 1) - 1;

    private final NameTable fillMembers = new NameTable(
            "coin",
            "px",
            "sz",
            "side",
            "time",
            "oid",
            "crossed",
            "tid",
            "startPosition",
            "closedPnl",
            "fee",
            "feeToken",
            "cloid",
            "liquidation");
    private final CoinIndex coins;

    FillReader(final CoinIndex coins) {
        this.coins = coins;
    }

    /** Reads a list of fills behind those already in it; returns how many are of coins that are not registered. */
    int readAll(final JsonCursor cursor, final FrameList<VenueFill> fills) {
        int unknownCoins = 0;
        if (!cursor.enterArray()) {
            return 0;
        }
        while (cursor.nextElement()) {
            final VenueFill fill = fills.append();
            read(cursor, fill);
            if (fill.instrument == CoinIndex.UNKNOWN) {
                unknownCoins++;
            }
        }
        return unknownCoins;
    }

    private void read(final JsonCursor cursor, final VenueFill fill) {
        int seen = 0;
        fill.clear();
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            final int member = cursor.textIn(fillMembers);
            if (member == NameTable.UNKNOWN) {
                cursor.skip();
            } else {
                seen = VenueFields.seen(cursor, seen, member);
                readMember(cursor, member, fill);
            }
        }
        VenueFields.complete(cursor, seen, FILL_NEEDED);
    }

    private void readMember(final JsonCursor cursor, final int member, final VenueFill fill) {
        switch (member) {
            case COIN:
                fill.instrument = VenueFields.instrument(cursor, coins);
                break;
            case PX:
                fill.px = VenueFields.px(cursor);
                break;
            case SZ:
                fill.sz = VenueFields.sz(cursor);
                break;
            case SIDE:
                fill.side = VenueFields.side(cursor);
                break;
            case TIME:
                fill.venueNs = VenueFields.timeNs(cursor);
                break;
            case OID:
                fill.oid = VenueFields.id(cursor);
                break;
            case CROSSED:
                fill.crossed = cursor.booleanValue();
                break;
            case TID:
                fill.tid = VenueFields.id(cursor);
                break;
            default:
                readOptional(cursor, member, fill);
                break;
        }
    }

    private static void readOptional(final JsonCursor cursor, final int member, final VenueFill fill) {
        switch (member) {
            case START_POSITION:
                fill.startPosition = VenueFields.rounded(cursor, Decimal8.EXPONENT);
                break;
            case CLOSED_PNL:
                fill.closedPnl = VenueFields.rounded(cursor, Decimal8.EXPONENT);
                break;
            case FEE:
                fill.fee = VenueFields.rounded(cursor, Decimal8.EXPONENT);
                break;
            case FEE_TOKEN:
                readFeeToken(cursor, fill);
                break;
            case CLOID:
                fill.cloid.read(cursor);
                break;
            default:
                fill.liquidation = !cursor.nullValue();
                if (fill.liquidation) {
                    cursor.skip();
                }
                break;
        }
    }

    private static void readFeeToken(final JsonCursor cursor, final VenueFill fill) {
        if (cursor.nullValue() || !cursor.string()) {
            return;
        }
        long token = 0;
        for (int i = Math.min(Long.BYTES, cursor.textLength()) - 1; i >= 0; i--) {
            token = token << 8 | cursor.textBuffer().getByte(cursor.textOffset() + i) & 0xFF;
        }
        fill.feeToken = token;
    }
}
