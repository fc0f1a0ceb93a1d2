package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;

/**
 * Channel user: fills, funding, liquidations and cancels by the venue, one of them a frame. TWAP history is recognised and
 * gives no event.
 */
@HotPath
final class UserDecoder implements ChannelDecoder {
    private static final int FILLS = 0;
    private static final int FUNDING = 1;
    private static final int LIQUIDATION = 2;
    private static final int FORESEEN_FILLS = 64;

    private final NameTable members = new NameTable("fills", "funding", "liquidation", "nonUserCancel");
    private final FrameList<VenueFill> fills = new FrameList<>(FORESEEN_FILLS, VenueFill::new);
    private final VenueFunding funding = new VenueFunding();
    private final FillReader fillReader;
    private final FundingReader fundingReader;
    private UserNotice notice;
    private int unknownCoins;
    private int delivered;

    UserDecoder(final CoinIndex coins) {
        fillReader = new FillReader(coins);
        fundingReader = new FundingReader(coins);
    }

    @Override
    public void decode(final JsonCursor cursor) {
        fills.clear();
        funding.clear();
        notice = null;
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
                readMember(cursor, member);
            }
        }
    }

    private void readMember(final JsonCursor cursor, final int member) {
        if (member == FILLS) {
            unknownCoins += fillReader.readAll(cursor, fills);
        } else if (cursor.nullValue()) {
            return;
        } else if (member == FUNDING) {
            fundingReader.read(cursor, funding);
            if (funding.instrument == CoinIndex.UNKNOWN) {
                unknownCoins++;
            }
        } else {
            notice = member == LIQUIDATION ? UserNotice.LIQUIDATION : UserNotice.ORDER_CANCELED;
            cursor.skip();
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
        if (funding.instrument != CoinIndex.UNKNOWN) {
            if (!listener.onFunding(funding)) {
                return false;
            }
            funding.clear();
        }
        return notice == null || listener.onNotice(notice);
    }

    @Override
    public int unknownCoins() {
        return unknownCoins;
    }
}
