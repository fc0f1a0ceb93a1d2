package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;

/** Reads funding payments; user and userFundings write them alike. */
@HotPath
final class FundingReader {
    private static final int COIN = 0;
    private static final int TIME = 1;
    private static final int USDC = 2;
    private static final int SZI = 3;
    private static final int NEEDED = (1 << USDC + 1) - 1;

    private final NameTable members = new NameTable("coin", "time", "usdc", "szi", "fundingRate");
    private final CoinIndex coins;

    FundingReader(final CoinIndex coins) {
        this.coins = coins;
    }

    void read(final JsonCursor cursor, final VenueFunding funding) {
        int seen = 0;
        funding.clear();
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            final int member = cursor.textIn(members);
            if (member == NameTable.UNKNOWN) {
                cursor.skip();
            } else {
                seen = VenueFields.seen(cursor, seen, member);
                readMember(cursor, member, funding);
            }
        }
        VenueFields.complete(cursor, seen, NEEDED);
    }

    private void readMember(final JsonCursor cursor, final int member, final VenueFunding funding) {
        switch (member) {
            case COIN:
                funding.instrument = VenueFields.instrument(cursor, coins);
                break;
            case TIME:
                funding.venueNs = VenueFields.timeNs(cursor);
                break;
            case USDC:
                funding.usd = cursor.decimalRounded(Decimal8.EXPONENT);
                break;
            case SZI:
                funding.positionSize = VenueFields.rounded(cursor, Decimal8.EXPONENT);
                break;
            default:
                funding.rate = VenueFields.rounded(cursor, Decimal8.RATIO_EXPONENT);
                break;
        }
    }
}
