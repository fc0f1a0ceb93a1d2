package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;

/** Channel userFundings: history at every subscription, then one payment after each hour. */
@HotPath
final class FundingsDecoder implements ChannelDecoder {
    private static final int FORESEEN_FUNDINGS = 64;

    private final NameTable members = new NameTable("fundings");
    private final FrameList<VenueFunding> fundings = new FrameList<>(FORESEEN_FUNDINGS, VenueFunding::new);
    private final FundingReader reader;
    private int unknownCoins;
    private int delivered;

    FundingsDecoder(final CoinIndex coins) {
        reader = new FundingReader(coins);
    }

    @Override
    public void decode(final JsonCursor cursor) {
        fundings.clear();
        unknownCoins = 0;
        delivered = 0;
        int seen = 0;
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            final int member = cursor.textIn(members);
            if (member == NameTable.UNKNOWN) {
                cursor.skip();
            } else {
                seen = VenueFields.seen(cursor, seen, member);
                readFundings(cursor);
            }
        }
    }

    private void readFundings(final JsonCursor cursor) {
        if (!cursor.enterArray()) {
            return;
        }
        while (cursor.nextElement()) {
            final VenueFunding funding = fundings.append();
            reader.read(cursor, funding);
            if (funding.instrument == CoinIndex.UNKNOWN) {
                unknownCoins++;
            }
        }
    }

    @Override
    public boolean deliver(final VenueListener listener) {
        while (delivered < fundings.size()) {
            final VenueFunding funding = fundings.get(delivered);
            if (funding.instrument != CoinIndex.UNKNOWN && !listener.onFunding(funding)) {
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
