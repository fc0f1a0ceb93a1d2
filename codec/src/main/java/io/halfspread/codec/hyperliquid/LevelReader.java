package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;

/** Reads {@code {"px":"84143.0","sz":"1.25","n":7}}: quickly in this key order, correctly in any. */
@HotPath
final class LevelReader {
    private static final int PX = 0;
    private static final int SZ = 1;
    private static final int ORDERS = 2;
    private static final int NEEDED = 1 << PX | 1 << SZ | 1 << ORDERS;

    private static final long OPEN_PX = word("{\"px\":\"");
    private static final long THEN_SZ = word("\",\"sz\":\"");
    private static final long THEN_N = word("\",\"n\":");
    private static final int OPEN_PX_LENGTH = 7;
    private static final int THEN_SZ_LENGTH = 8;
    private static final int THEN_N_LENGTH = 6;

    private final NameTable members = new NameTable("px", "sz", "n");

    /** Reads the object that is next and appends it; a fault is left in the cursor. */
    void read(final JsonCursor cursor, final BookSide side) {
        final long start = cursor.mark();
        if (!readForeseen(cursor, side)) {
            cursor.reset(start);
            readAny(cursor, side);
        }
    }

    private static boolean readForeseen(final JsonCursor cursor, final BookSide side) {
        if (!cursor.take(OPEN_PX, OPEN_PX_LENGTH)) {
            return false;
        }
        final long px = cursor.takeDecimal(Decimal8.EXPONENT);
        if (px <= 0 || !cursor.take(THEN_SZ, THEN_SZ_LENGTH)) {
            return false;
        }
        final long sz = cursor.takeDecimal(Decimal8.EXPONENT);
        if (sz < 0 || !cursor.take(THEN_N, THEN_N_LENGTH)) {
            return false;
        }
        final long orders = cursor.takeInteger();
        if (orders < 0 || orders > 0xFFFF_FFFEL || !cursor.takeByte('}')) {
            return false;
        }
        side.append(px, sz, orders);
        return true;
    }

    private void readAny(final JsonCursor cursor, final BookSide side) {
        long px = 0;
        long sz = 0;
        long orders = 0;
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
            if (member == PX) {
                px = VenueFields.px(cursor);
            } else if (member == SZ) {
                sz = VenueFields.sz(cursor);
            } else {
                orders = VenueFields.count(cursor);
            }
        }
        if (VenueFields.complete(cursor, seen, NEEDED)) {
            side.append(px, sz, orders);
        }
    }

    private static long word(final String text) {
        long word = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            word = word << 8 | text.charAt(i);
        }
        return word;
    }
}
