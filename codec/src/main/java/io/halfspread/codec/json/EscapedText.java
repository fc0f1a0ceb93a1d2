package io.halfspread.codec.json;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.refusal.Refusal;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads the strings that are not plain ASCII: resolves escapes and checks UTF-8. A lone surrogate escape, which the
 * grammar allows and UTF-8 cannot hold, becomes U+FFFD. For one thread.
 */
@HotPath
final class EscapedText {
    private static final int REPLACEMENT = 0xFFFD;

    private UnsafeBuffer store = new UnsafeBuffer(new byte[256]);
    private int length;
    private int refusal;
    private boolean verbatim;

    /** Index of the closing quote, or the complement of the index of a fault. */
    int read(final UnsafeBuffer source, final int start, final int limit, final boolean wanted) {
        length = 0;
        verbatim = true;
        int index = start;
        while (index < limit) {
            final byte b = source.getByte(index);
            if (b == '"') {
                return index;
            }
            if (b == '\\') {
                if (verbatim && wanted) {
                    beginStore(source, start, index, limit);
                }
                verbatim = false;
                index = readEscape(source, index + 1, limit, wanted);
            } else if (b >= ' ') {
                put(b, wanted);
                index++;
            } else if (b >= 0) {
                return fail(Refusal.JSON_CONTROL_CHARACTER, index);
            } else {
                index = readMultiByte(source, index, limit, wanted);
            }
            if (index < 0) {
                return index;
            }
        }
        return fail(Refusal.JSON_TRUNCATED, limit);
    }

    UnsafeBuffer buffer() {
        return store;
    }

    int length() {
        return length;
    }

    int refusal() {
        return refusal;
    }

    /** Whether the string had no escapes, so that its bytes in the source are its text. */
    boolean verbatim() {
        return verbatim;
    }

    private void beginStore(final UnsafeBuffer source, final int start, final int index, final int limit) {
        if (store.capacity() < limit - start) {
            grow(limit - start);
        }
        store.putBytes(0, source, start, index - start);
        length = index - start;
    }

    @ColdPath("a longer escaped string than any before")
    private void grow(final int capacity) {
        store = new UnsafeBuffer(new byte[Integer.highestOneBit(capacity) * 2]);
    }

    private void put(final int b, final boolean wanted) {
        if (wanted && !verbatim) {
            store.putByte(length++, (byte) b);
        }
    }

    private int readEscape(final UnsafeBuffer source, final int index, final int limit, final boolean wanted) {
        if (index == limit) {
            return fail(Refusal.JSON_TRUNCATED, limit);
        }
        final int b = source.getByte(index);
        if (b == 'u') {
            return readUnicode(source, index + 1, limit, wanted);
        }
        final int plain = resolve(b);
        if (plain < 0) {
            return fail(Refusal.JSON_BAD_ESCAPE, index);
        }
        put(plain, wanted);
        return index + 1;
    }

    private static int resolve(final int letter) {
        switch (letter) {
            case '"':
            case '\\':
            case '/':
                return letter;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            default:
                return -1;
        }
    }

    private int readUnicode(final UnsafeBuffer source, final int index, final int limit, final boolean wanted) {
        final int unit = hex4(source, index, limit);
        if (unit < 0) {
            final int bad = ~unit;
            return bad == limit ? fail(Refusal.JSON_TRUNCATED, limit) : fail(Refusal.JSON_BAD_ESCAPE, bad);
        }
        int next = index + 4;
        int point = unit;
        if (unit >= 0xD800 && unit < 0xE000) {
            point = REPLACEMENT;
            if (unit < 0xDC00 && limit - next >= 6 && source.getByte(next) == '\\' && source.getByte(next + 1) == 'u') {
                final int low = hex4(source, next + 2, limit);
                if (low >= 0xDC00 && low < 0xE000) {
                    point = 0x10000 + (unit - 0xD800 << 10) + (low - 0xDC00);
                    next += 6;
                }
            }
        }
        putPoint(point, wanted);
        return next;
    }

    /** The 16 bits, or the complement of the index that holds no digit. */
    private static int hex4(final UnsafeBuffer source, final int start, final int limit) {
        int value = 0;
        for (int index = start; index < start + 4; index++) {
            final int digit = index < limit ? HexDigits.value(source.getByte(index)) : -1;
            if (digit < 0) {
                return ~index;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private void putPoint(final int point, final boolean wanted) {
        if (point < 0x80) {
            put(point, wanted);
        } else if (point < 0x800) {
            put(0xC0 | point >> 6, wanted);
            put(0x80 | point & 0x3F, wanted);
        } else {
            if (point < 0x10000) {
                put(0xE0 | point >> 12, wanted);
            } else {
                put(0xF0 | point >> 18, wanted);
                put(0x80 | point >> 12 & 0x3F, wanted);
            }
            put(0x80 | point >> 6 & 0x3F, wanted);
            put(0x80 | point & 0x3F, wanted);
        }
    }

    private int readMultiByte(final UnsafeBuffer source, final int index, final int limit, final boolean wanted) {
        final int lead = source.getByte(index) & 0xFF;
        final int following = lead < 0xC2 ? -1 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : -1;
        if (following < 0) {
            return fail(Refusal.JSON_BAD_UTF8, index);
        }
        if (limit - index <= following) {
            return fail(Refusal.JSON_TRUNCATED, limit);
        }
        final int second = source.getByte(index + 1) & 0xFF;
        // Overlong forms, surrogates and points beyond U+10FFFF show in the second byte.
        boolean good = !(lead == 0xE0 && second < 0xA0)
                && !(lead == 0xED && second > 0x9F)
                && !(lead == 0xF0 && second < 0x90)
                && !(lead == 0xF4 && second > 0x8F);
        put(lead, wanted);
        for (int i = 1; i <= following; i++) {
            final int b = source.getByte(index + i) & 0xFF;
            good &= (b & 0xC0) == 0x80;
            put(b, wanted);
        }
        return good ? index + 1 + following : fail(Refusal.JSON_BAD_UTF8, index);
    }

    private int fail(final int code, final int index) {
        refusal = code;
        return ~index;
    }
}
