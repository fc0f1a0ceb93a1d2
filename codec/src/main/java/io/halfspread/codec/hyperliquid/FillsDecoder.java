package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;

/**
 * Channels userFills (snapshot or stream) and user, whose fills are alike. The other user events (funding, liquidation,
 * cancels by the venue, TWAP history) are recognised and give no event. Price and size must be exact; amounts that only
 * inform (start position, closed P and L, fee) are rounded half to even, since refusing a fill would lose a position.
 */
@HotPath
final class FillsDecoder implements ChannelDecoder {
    private static final int FILLS = 0;

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
    private static final int FORESEEN_FILLS = 256;

    private final NameTable members = new NameTable("fills", "isSnapshot");
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
    private final FrameList<VenueFill> fills = new FrameList<>(FORESEEN_FILLS, VenueFill::new);
    private final CoinIndex coins;
    private int unknownCoins;
    private int delivered;

    FillsDecoder(final CoinIndex coins) {
        this.coins = coins;
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
                readFills(cursor);
            } else {
                snapshot = !cursor.nullValue() && cursor.booleanValue();
            }
        }
        for (int i = 0; i < fills.size(); i++) {
            fills.get(i).snapshot = snapshot;
        }
    }

    private void readFills(final JsonCursor cursor) {
        if (!cursor.enterArray()) {
            return;
        }
        while (cursor.nextElement()) {
            readFill(cursor, fills.append());
        }
    }

    private void readFill(final JsonCursor cursor, final VenueFill fill) {
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
        if (fill.instrument == CoinIndex.UNKNOWN) {
            unknownCoins++;
        }
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
