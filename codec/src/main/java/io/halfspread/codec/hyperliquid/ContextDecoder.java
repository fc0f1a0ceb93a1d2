package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;
import io.halfspread.codec.refusal.Refusal;

/** Channel activeAssetCtx. Its prices are derived ones, so they are rounded half to even at 8 decimals, ratios at 12. */
@HotPath
final class ContextDecoder implements ChannelDecoder {
    private static final int COIN = 0;
    private static final int CTX = 1;
    private static final int NEEDED = 1 << COIN | 1 << CTX;

    private static final int MARK_PX = 0;
    private static final int ORACLE_PX = 1;
    private static final int MID_PX = 2;
    private static final int PREV_DAY_PX = 3;
    private static final int FUNDING = 4;
    private static final int PREMIUM = 5;
    private static final int OPEN_INTEREST = 6;
    private static final int DAY_NTL_VLM = 7;
    private static final int DAY_BASE_VLM = 8;

    private final NameTable members = new NameTable("coin", "ctx");
    private final NameTable ctxMembers = new NameTable(
            "markPx",
            "oraclePx",
            "midPx",
            "prevDayPx",
            "funding",
            "premium",
            "openInterest",
            "dayNtlVlm",
            "dayBaseVlm",
            "impactPxs");
    private final VenueContext context = new VenueContext();
    private final CoinIndex coins;

    ContextDecoder(final CoinIndex coins) {
        this.coins = coins;
    }

    @Override
    public void decode(final JsonCursor cursor) {
        context.clear();
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
            if (member == COIN) {
                context.instrument = VenueFields.instrument(cursor, coins);
            } else {
                readContext(cursor);
            }
        }
        VenueFields.complete(cursor, seen, NEEDED);
    }

    private void readContext(final JsonCursor cursor) {
        int seen = 0;
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            final int member = cursor.textIn(ctxMembers);
            if (member == NameTable.UNKNOWN) {
                cursor.skip();
            } else {
                seen = VenueFields.seen(cursor, seen, member);
                readMember(cursor, member);
            }
        }
        if (VenueFields.complete(cursor, seen, 1 << MARK_PX) && context.markPx <= 0) {
            cursor.fail(Refusal.VALUE_OUT_OF_RANGE, cursor.position());
        }
    }

    private void readMember(final JsonCursor cursor, final int member) {
        switch (member) {
            case MARK_PX:
                context.markPx = VenueFields.rounded(cursor, Decimal8.EXPONENT);
                break;
            case ORACLE_PX:
                context.oraclePx = VenueFields.rounded(cursor, Decimal8.EXPONENT);
                break;
            case MID_PX:
                context.midPx = VenueFields.rounded(cursor, Decimal8.EXPONENT);
                break;
            case PREV_DAY_PX:
                context.prevDayPx = VenueFields.rounded(cursor, Decimal8.EXPONENT);
                break;
            case FUNDING:
                context.funding = VenueFields.rounded(cursor, Decimal8.RATIO_EXPONENT);
                break;
            case PREMIUM:
                context.premium = VenueFields.rounded(cursor, Decimal8.RATIO_EXPONENT);
                break;
            case OPEN_INTEREST:
                context.openInterest = VenueFields.statistic(cursor);
                break;
            case DAY_NTL_VLM:
                context.dayNotionalVolume = VenueFields.statistic(cursor);
                break;
            case DAY_BASE_VLM:
                context.dayBaseVolume = VenueFields.statistic(cursor);
                break;
            default:
                readImpactPrices(cursor);
                break;
        }
    }

    private void readImpactPrices(final JsonCursor cursor) {
        if (cursor.nullValue() || !cursor.enterArray()) {
            return;
        }
        int index = 0;
        while (cursor.nextElement()) {
            final long px = VenueFields.rounded(cursor, Decimal8.EXPONENT);
            if (index == 0) {
                context.impactBidPx = px;
            } else if (index == 1) {
                context.impactAskPx = px;
            } else {
                cursor.fail(Refusal.SIDES_MALFORMED, cursor.position());
            }
            index++;
        }
    }

    @Override
    public boolean deliver(final VenueListener listener) {
        return context.instrument == CoinIndex.UNKNOWN || listener.onAssetContext(context);
    }

    @Override
    public int unknownCoins() {
        return context.instrument == CoinIndex.UNKNOWN ? 1 : 0;
    }
}
