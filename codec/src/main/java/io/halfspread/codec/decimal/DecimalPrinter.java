package io.halfspread.codec.decimal;

import io.halfspread.codec.contract.HotPath;
import org.agrona.MutableDirectBuffer;

/**
 * Writes decimal8 numbers as the venue signs them: no trailing zeros, no trailing point, no exponent, no plus sign, 0
 * for zero. Stateless and without allocation.
 */
@HotPath
public final class DecimalPrinter {
    /** Longest text: sign, 11 digits, point, 8 decimals. */
    public static final int MAX_LENGTH = 21;

    private DecimalPrinter() {}

    /**
     * Prints a number.
     *
     * @param decimal8 the number; {@link Decimal8#NULL} prints nothing
     * @param buffer   takes the text, at most {@link #MAX_LENGTH} bytes
     * @param offset   where it begins
     * @return bytes written, 0 for {@link Decimal8#NULL}
     */
    public static int print(final long decimal8, final MutableDirectBuffer buffer, final int offset) {
        if (decimal8 == Decimal8.NULL) {
            return 0;
        }
        int index = offset;
        if (decimal8 < 0) {
            buffer.putByte(index++, (byte) '-');
        }
        final long magnitude = Math.abs(decimal8);
        final long whole = magnitude / Decimal8.ONE;
        index = printWhole(whole, buffer, index);
        final int decimals = (int) (magnitude - whole * Decimal8.ONE);
        if (decimals != 0) {
            index = printDecimals(decimals, buffer, index);
        }
        return index - offset;
    }

    private static int printWhole(final long whole, final MutableDirectBuffer buffer, final int offset) {
        int digits = 1;
        for (long rest = whole; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = whole;
        for (int i = offset + digits - 1; i >= offset; i--) {
            final long tenth = rest / 10;
            buffer.putByte(i, (byte) ('0' + (rest - tenth * 10)));
            rest = tenth;
        }
        return offset + digits;
    }

    private static int printDecimals(final int decimals, final MutableDirectBuffer buffer, final int offset) {
        int digits = Decimal8.EXPONENT;
        int rest = decimals;
        while (rest % 10 == 0) {
            rest /= 10;
            digits--;
        }
        buffer.putByte(offset, (byte) '.');
        for (int i = offset + digits; i > offset; i--) {
            final int tenth = rest / 10;
            buffer.putByte(i, (byte) ('0' + (rest - tenth * 10)));
            rest = tenth;
        }
        return offset + digits + 1;
    }
}
