package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.refusal.Refusal;

/** Values that occur in several channels, read with their ranges checked. After a fault the results mean nothing. */
@HotPath
final class VenueFields {
    static final long NS_PER_MS = 1_000_000L;

    private static final long LARGEST_MS = Long.MAX_VALUE / NS_PER_MS;
    private static final long LARGEST_COUNT = 0xFFFF_FFFEL;

    private VenueFields() {}

    /** Notes that a member was seen; a second one is a fault. */
    static int seen(final JsonCursor cursor, final int seen, final int member) {
        if ((seen & 1 << member) != 0) {
            cursor.fail(Refusal.MEMBER_REPEATED, cursor.position());
        }
        return seen | 1 << member;
    }

    /** Checks that all needed members were seen. */
    static boolean complete(final JsonCursor cursor, final int seen, final int needed) {
        if (cursor.faulted()) {
            return false;
        }
        return (seen & needed) == needed || cursor.fail(Refusal.MEMBER_MISSING, cursor.position());
    }

    static int instrument(final JsonCursor cursor, final CoinIndex coins) {
        return cursor.string()
                ? coins.resolve(cursor.textBuffer(), cursor.textOffset(), cursor.textLength())
                : CoinIndex.UNKNOWN;
    }

    static long timeNs(final JsonCursor cursor) {
        return integer(cursor, LARGEST_MS) * NS_PER_MS;
    }

    static long count(final JsonCursor cursor) {
        return integer(cursor, LARGEST_COUNT);
    }

    static long id(final JsonCursor cursor) {
        return integer(cursor, Long.MAX_VALUE);
    }

    static long px(final JsonCursor cursor) {
        cursor.peek();
        final int at = cursor.position();
        final long px = cursor.decimal(Decimal8.EXPONENT);
        if (px <= 0 && !cursor.faulted()) {
            cursor.fail(Refusal.VALUE_OUT_OF_RANGE, at);
        }
        return px;
    }

    static long sz(final JsonCursor cursor) {
        cursor.peek();
        final int at = cursor.position();
        final long sz = cursor.decimal(Decimal8.EXPONENT);
        if (sz < 0 && !cursor.faulted()) {
            cursor.fail(Refusal.VALUE_OUT_OF_RANGE, at);
        }
        return sz;
    }

    /** A signed amount or a price nobody can trade at: it may carry noise of the venue's floats, so it is rounded. */
    static long rounded(final JsonCursor cursor, final int exponent) {
        return cursor.nullValue() ? Decimal8.NULL : cursor.decimalRounded(exponent);
    }

    static double statistic(final JsonCursor cursor) {
        return cursor.nullValue() ? Double.NaN : cursor.decimalAsDouble();
    }

    static Side side(final JsonCursor cursor) {
        cursor.peek();
        final int at = cursor.position();
        if (cursor.string()) {
            final int letter = cursor.textLength() == 1 ? cursor.textBuffer().getByte(cursor.textOffset()) : 0;
            if (letter == 'B') {
                return Side.BID;
            }
            if (letter != 'A') {
                cursor.fail(Refusal.SIDE_UNKNOWN, at);
            }
        }
        return Side.ASK;
    }

    private static long integer(final JsonCursor cursor, final long largest) {
        cursor.peek();
        final int at = cursor.position();
        final long value = cursor.integer();
        if ((value < 0 || value > largest) && !cursor.faulted()) {
            cursor.fail(Refusal.VALUE_OUT_OF_RANGE, at);
        }
        return value;
    }
}
