package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;

/** Channel orderUpdates. */
@HotPath
final class OrderUpdatesDecoder implements ChannelDecoder {
    private static final int ORDER = 0;
    private static final int STATUS = 1;
    private static final int STATUS_TIMESTAMP = 2;
    private static final int NEEDED = 1 << ORDER | 1 << STATUS | 1 << STATUS_TIMESTAMP;

    private static final int COIN = 0;
    private static final int SIDE = 1;
    private static final int LIMIT_PX = 2;
    private static final int SZ = 3;
    private static final int OID = 4;
    private static final int TIMESTAMP = 5;
    private static final int ORIG_SZ = 6;
    private static final int CLOID = 7;
    private static final int ORDER_NEEDED = (1 << ORIG_SZ + 1) - 1;
    private static final int FORESEEN_UPDATES = 64;

    private final NameTable members = new NameTable("order", "status", "statusTimestamp");
    private final NameTable orderMembers =
            new NameTable("coin", "side", "limitPx", "sz", "oid", "timestamp", "origSz", "cloid", "reduceOnly");
    private final OrderStatusNames statusNames = new OrderStatusNames();
    private final FrameList<VenueOrderUpdate> updates = new FrameList<>(FORESEEN_UPDATES, VenueOrderUpdate::new);
    private final CoinIndex coins;
    private int unknownCoins;
    private int delivered;

    OrderUpdatesDecoder(final CoinIndex coins) {
        this.coins = coins;
    }

    @Override
    public void decode(final JsonCursor cursor) {
        updates.clear();
        unknownCoins = 0;
        delivered = 0;
        if (!cursor.enterArray()) {
            return;
        }
        while (cursor.nextElement()) {
            readUpdate(cursor, updates.append());
        }
    }

    private void readUpdate(final JsonCursor cursor, final VenueOrderUpdate update) {
        int seen = 0;
        update.clear();
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
            if (member == ORDER) {
                readOrder(cursor, update);
            } else if (member == STATUS) {
                readStatus(cursor, update);
            } else {
                update.statusNs = VenueFields.timeNs(cursor);
            }
        }
        VenueFields.complete(cursor, seen, NEEDED);
        if (update.instrument == CoinIndex.UNKNOWN) {
            unknownCoins++;
        }
    }

    private void readStatus(final JsonCursor cursor, final VenueOrderUpdate update) {
        if (cursor.string()) {
            update.status = statusNames.family(cursor);
            if (OrderStatusNames.needsReason(update.status)) {
                update.reason.copy(cursor);
            }
        }
    }

    private void readOrder(final JsonCursor cursor, final VenueOrderUpdate update) {
        int seen = 0;
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            final int member = cursor.textIn(orderMembers);
            if (member == NameTable.UNKNOWN) {
                cursor.skip();
            } else {
                seen = VenueFields.seen(cursor, seen, member);
                readOrderMember(cursor, member, update);
            }
        }
        VenueFields.complete(cursor, seen, ORDER_NEEDED);
    }

    private void readOrderMember(final JsonCursor cursor, final int member, final VenueOrderUpdate update) {
        switch (member) {
            case COIN:
                update.instrument = VenueFields.instrument(cursor, coins);
                break;
            case SIDE:
                update.side = VenueFields.side(cursor);
                break;
            case LIMIT_PX:
                update.limitPx = VenueFields.px(cursor);
                break;
            case SZ:
                update.remainingSz = VenueFields.sz(cursor);
                break;
            case OID:
                update.oid = VenueFields.id(cursor);
                break;
            case TIMESTAMP:
                update.placedNs = VenueFields.timeNs(cursor);
                break;
            case ORIG_SZ:
                update.originalSz = VenueFields.sz(cursor);
                break;
            case CLOID:
                update.cloid.read(cursor);
                break;
            default:
                update.reduceOnly = !cursor.nullValue() && cursor.booleanValue();
                break;
        }
    }

    @Override
    public boolean deliver(final VenueListener listener) {
        while (delivered < updates.size()) {
            final VenueOrderUpdate update = updates.get(delivered);
            if (update.instrument != CoinIndex.UNKNOWN && !listener.onOrderUpdate(update)) {
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
