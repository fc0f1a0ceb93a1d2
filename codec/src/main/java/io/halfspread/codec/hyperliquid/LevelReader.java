package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.DigitWords;
import io.halfspread.codec.decimal.ShortDecimals;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;
import io.halfspread.codec.memory.ArrayWords;

/** Reads {@code {"px":"84143.0","sz":"1.25","n":7}}: quickly in this key order, correctly in any. */
@HotPath
final class LevelReader {
    private static final int PX = 0;
    private static final int SZ = 1;
    private static final int ORDERS = 2;
    private static final int NEEDED = 1 << PX | 1 << SZ | 1 << ORDERS;

    private static final long OPEN_PX = word("{\"px\":\"") << 8;
    private static final long THEN_SZ = word("\",\"sz\":\"");
    private static final long THEN_N = word("\",\"n\":") << 16;
    private static final int OPEN_PX_LENGTH = 7;
    private static final int THEN_SZ_LENGTH = 8;
    private static final int THEN_N_LENGTH = 6;
    private static final int SHORTEST_DECIMAL = 3;
    private static final int DIGITS_OF_TWO = '0' << 8 | '0';
    private static final int CLOSED = '}' ^ '0';

    private final NameTable members = new NameTable("px", "sz", "n");
    private int pxLength = SHORTEST_DECIMAL;

    /** Reads the elements of the array entered last and appends them; a fault is left in the cursor. */
    void readAll(final JsonCursor cursor, final BookSide side) {
        while (cursor.nextElement()) {
            readSome(cursor, side, BookSide.MAX_LEVELS - side.size());
        }
    }

    /** Reads the object that is next and appends it; a fault is left in the cursor. */
    void read(final JsonCursor cursor, final BookSide side) {
        readSome(cursor, side, 1);
    }

    private void readSome(final JsonCursor cursor, final BookSide side, final int most) {
        final int position = cursor.position();
        final int next = readForeseen(cursor.bytes(), position, cursor.limit(), side, most);
        cursor.moveTo(next);
        if (next == position) {
            readAny(cursor, side);
        }
    }

    /**
     * Reads levels without white space and in the usual order as long as there are such; returns the index behind the last
     * one, or where it began. Each level begins within the text and, checked word by word, reads less than
     * {@link JsonCursor#READ_AHEAD} bytes from there; none counts that does not end within the text. Prices are guessed to
     * be as long as the one before, so that the next level need not wait for the end of this one's.
     */
    private int readForeseen(
            final byte[] bytes, final int start, final int limit, final BookSide side, final int most) {
        long end = start;
        long at = start;
        for (int i = 0; i < most && at < limit && ArrayWords.longAt(bytes, at) << 8 == OPEN_PX; i++) {
            final long pxAt = at + OPEN_PX_LENGTH;
            int length = pxLength;
            if (ArrayWords.longAt(bytes, pxAt + length) != THEN_SZ) {
                length = decimalLength(bytes, pxAt);
                if (ArrayWords.longAt(bytes, pxAt + length) != THEN_SZ) {
                    break;
                }
                pxLength = length;
            }
            final long szAt = pxAt + length + THEN_SZ_LENGTH;
            final long px = decimal8(bytes, pxAt, length);
            final int szLength = decimalLength(bytes, szAt);
            final long szEnd = szAt + szLength;
            final long tail = ArrayWords.longAt(bytes, szEnd);
            final long sz = decimal8(bytes, szAt, szLength);
            if (px <= 0 || sz < 0 || tail << 16 != THEN_N) {
                break;
            }
            final int digits = (int) (tail >>> 48) ^ DIGITS_OF_TWO;
            final int second = digits >>> 8;
            int orders = digits & 0xFF;
            long next = szEnd + THEN_N_LENGTH + 2;
            if (second != CLOSED) {
                if (orders == 0 || second > 9 || ArrayWords.byteAt(bytes, next++) != '}') {
                    break;
                }
                orders = orders * 10 + second;
            }
            if ((digits & 0xFF) > 9 || next > limit) {
                break;
            }
            side.append(px, sz, orders);
            end = next;
            if (ArrayWords.byteAt(bytes, next) != ',') {
                break;
            }
            at = next + 1;
        }
        return (int) end;
    }

    private static int decimalLength(final byte[] bytes, final long at) {
        return SHORTEST_DECIMAL + DigitWords.indexOfQuote(ArrayWords.longAt(bytes, at + SHORTEST_DECIMAL));
    }

    private static long decimal8(final byte[] bytes, final long at, final int length) {
        final long word = ArrayWords.longAt(bytes, at);
        return length <= ShortDecimals.MAX_LENGTH
                ? ShortDecimals.decimal8(word, length)
                : DigitWords.decimal8(word, ArrayWords.longAt(bytes, at + Long.BYTES), length);
    }

    /** Reads the object that is next, in whatever form, and appends it; a fault is left in the cursor. */
    void readAny(final JsonCursor cursor, final BookSide side) {
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
