package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.DigitWords;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;
import java.nio.ByteOrder;
import org.agrona.concurrent.UnsafeBuffer;

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
    // A word before each of px, sz and n, two for px and sz, one for n; rounded up.
    private static final int READ_AHEAD = 8 * Long.BYTES;

    private final NameTable members = new NameTable("px", "sz", "n");

    /** Reads the elements of the array entered last and appends them; a fault is left in the cursor. */
    void readAll(final JsonCursor cursor, final BookSide side) {
        while (cursor.nextElement()) {
            int position = cursor.position();
            int next = readForeseen(cursor.buffer(), position, cursor.limit(), side);
            while (next > position && cursor.buffer().getByte(next) == ',') {
                position = next + 1;
                next = readForeseen(cursor.buffer(), position, cursor.limit(), side);
            }
            cursor.moveTo(next);
            if (next == position) {
                readAny(cursor, side);
            }
        }
    }

    /** Reads the object that is next and appends it; a fault is left in the cursor. */
    void read(final JsonCursor cursor, final BookSide side) {
        final int position = cursor.position();
        final int next = readForeseen(cursor.buffer(), position, cursor.limit(), side);
        cursor.moveTo(next);
        if (next == position) {
            readAny(cursor, side);
        }
    }

    /** Reads one level without white space and in the usual order; returns the index behind it, or where it began. */
    private static int readForeseen(final UnsafeBuffer buffer, final int start, final int limit, final BookSide side) {
        if (start + READ_AHEAD > limit || buffer.getLong(start, ByteOrder.LITTLE_ENDIAN) << 8 != OPEN_PX) {
            return start;
        }
        int index = start + OPEN_PX_LENGTH;
        long word = buffer.getLong(index, ByteOrder.LITTLE_ENDIAN);
        int length = DigitWords.indexOfQuote(word);
        final long px;
        if (length < Long.BYTES) {
            px = DigitWords.decimal8(word, length);
        } else {
            final long second = buffer.getLong(index + Long.BYTES, ByteOrder.LITTLE_ENDIAN);
            length += DigitWords.indexOfQuote(second);
            px = DigitWords.decimal8(word, second, length);
        }
        index += length;
        if (px <= 0 || buffer.getLong(index, ByteOrder.LITTLE_ENDIAN) != THEN_SZ) {
            return start;
        }
        index += THEN_SZ_LENGTH;
        word = buffer.getLong(index, ByteOrder.LITTLE_ENDIAN);
        length = DigitWords.indexOfQuote(word);
        final long sz;
        if (length < Long.BYTES) {
            sz = DigitWords.decimal8(word, length);
        } else {
            final long second = buffer.getLong(index + Long.BYTES, ByteOrder.LITTLE_ENDIAN);
            length += DigitWords.indexOfQuote(second);
            sz = DigitWords.decimal8(word, second, length);
        }
        index += length;
        if (sz < 0 || buffer.getLong(index, ByteOrder.LITTLE_ENDIAN) << 16 != THEN_N) {
            return start;
        }
        index += THEN_N_LENGTH;
        word = buffer.getLong(index, ByteOrder.LITTLE_ENDIAN);
        final int digits = DigitWords.countDigits(word);
        if (!DigitWords.isPlainInteger(word, digits) || buffer.getByte(index + digits) != '}') {
            return start;
        }
        side.append(px, sz, DigitWords.integer(word, digits));
        return index + digits + 1;
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
