package io.halfspread.gateway.csv;

import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.decimal.DecimalParser;
import io.halfspread.codec.refusal.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/**
 * The fields of one row where they lie, without copies. Numbers are read exactly into decimal8; the first fault is kept.
 * For one thread.
 */
final class CsvRow {
    private static final long US_OF_2001 = 978_307_200_000_000L;
    private static final long US_OF_2261 = 9_183_110_400_000_000L;
    private static final int TIME_DIGITS = 16;
    private static final int LONGEST_NUMBER = 64;
    private static final int LARGEST_EXPONENT = 30;
    private static final int ID_DIGITS = 18;
    private static final long FNV_START = 0xCBF2_9CE4_8422_2325L;
    private static final long FNV_PRIME = 0x100_0000_01B3L;

    private final DecimalParser decimals = new DecimalParser();
    private final int[] starts;
    private final int[] ends;
    private DirectBuffer buffer;
    private int lineStart;
    private int refusal;
    private int position;

    CsvRow(final int width) {
        starts = new int[width];
        ends = new int[width];
    }

    /** Takes a line; a {@link Refusal} code. */
    int split(final DirectBuffer line, final int offset, final int length) {
        buffer = line;
        lineStart = offset;
        refusal = Refusal.NONE;
        position = 0;
        final int limit = offset + length;
        int field = 0;
        starts[0] = offset;
        for (int i = offset; i < limit; i++) {
            final byte b = line.getByte(i);
            if (b == ',') {
                ends[field++] = i;
                if (field == starts.length) {
                    return refuse(Refusal.ROW_COLUMNS, i);
                }
                starts[field] = i + 1;
            } else if (b == '"') {
                return refuse(Refusal.ROW_COLUMNS, i);
            }
        }
        ends[field] = limit;
        return field == starts.length - 1 ? Refusal.NONE : refuse(Refusal.ROW_COLUMNS, limit);
    }

    /** The first fault since the row was split, a {@link Refusal} code. */
    int refusal() {
        return refusal;
    }

    /** Byte of the line at which it was refused. */
    int position() {
        return position;
    }

    DirectBuffer buffer() {
        return buffer;
    }

    int start(final int field) {
        return starts[field];
    }

    int length(final int field) {
        return ends[field] - starts[field];
    }

    /** Microseconds since the epoch as nanoseconds; with a fault 0. */
    long timeNs(final int field) {
        long us = 0;
        boolean digits = length(field) == TIME_DIGITS || length(field) == TIME_DIGITS - 1;
        for (int i = starts[field]; digits && i < ends[field]; i++) {
            final int digit = buffer.getByte(i) - '0';
            digits = digit >= 0 && digit <= 9;
            us = us * 10 + digit;
        }
        if (!digits || us < US_OF_2001 || us > US_OF_2261) {
            refuse(Refusal.ROW_TIME, starts[field]);
            return 0;
        }
        return us * 1_000;
    }

    /** A price: positive, exact; with a fault 0. */
    long px(final int field) {
        return number(field, false, 1);
    }

    /** An amount not below the least; decimals beyond the eighth are rounded; with a fault 0. */
    long sz(final int field, final long least) {
        return number(field, true, least);
    }

    boolean flag(final int field) {
        if (is(field, "true")) {
            return true;
        }
        if (!is(field, "false")) {
            refuse(Refusal.BOOLEAN_EXPECTED, starts[field]);
        }
        return false;
    }

    boolean is(final int field, final String text) {
        boolean same = length(field) == text.length();
        for (int i = 0; same && i < text.length(); i++) {
            same = buffer.getByte(starts[field] + i) == text.charAt(i);
        }
        return same;
    }

    /** An id: its number when it is one, else a hash of its text; 0 when there is none. */
    long id(final int field) {
        long number = 0;
        long hash = FNV_START;
        boolean digits = length(field) <= ID_DIGITS;
        for (int i = starts[field]; i < ends[field]; i++) {
            final byte b = buffer.getByte(i);
            digits &= b >= '0' && b <= '9';
            number = number * 10 + (b - '0');
            hash = (hash ^ b & 0xFF) * FNV_PRIME;
        }
        return digits ? number : hash;
    }

    int refuse(final int code, final int at) {
        if (refusal == Refusal.NONE) {
            refusal = code;
            position = at - lineStart;
        }
        return code;
    }

    private long number(final int field, final boolean rounded, final long least) {
        final int start = starts[field];
        final int length = length(field);
        long value = rounded
                ? decimals.parseRounded(buffer, start, length, Decimal8.EXPONENT)
                : decimals.parse(buffer, start, length, Decimal8.EXPONENT);
        if (value == Decimal8.NULL && decimals.refusal() == Refusal.DECIMAL_EXPONENT) {
            value = ofExponentForm(start, length, rounded);
        }
        if (value == Decimal8.NULL) {
            refuse(decimals.refusal(), start);
            return 0;
        }
        if (value < least) {
            refuse(Refusal.VALUE_OUT_OF_RANGE, start);
            return 0;
        }
        return value;
    }

    /** Numbers such as 1e-7, which some writers print for small amounts. */
    private long ofExponentForm(final int start, final int length, final boolean rounded) {
        if (length > LONGEST_NUMBER) {
            return Decimal8.NULL;
        }
        final byte[] text = new byte[length];
        buffer.getBytes(start, text);
        try {
            final BigDecimal number = new BigDecimal(new String(text, StandardCharsets.US_ASCII));
            return Math.abs((long) number.scale()) > LARGEST_EXPONENT
                    ? Decimal8.NULL
                    : number.setScale(Decimal8.EXPONENT, rounded ? RoundingMode.HALF_EVEN : RoundingMode.UNNECESSARY)
                            .unscaledValue()
                            .longValueExact();
        } catch (final ArithmeticException | NumberFormatException e) {
            return Decimal8.NULL;
        }
    }
}
