package io.halfspread.codec.decimal;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/**
 * Reads the venue's statistics (open interest, day volumes) as doubles, always equal to {@link Double#parseDouble}. Up
 * to 19 digits nothing is allocated; longer texts, which carry noise of the venue's own floats, take a slow path. For one thread.
 */
@HotPath
public final class DoubleParser {
    private static final long LARGEST_EXACT = 1L << 53;

    private final double[] powersOfTen = new double[23];
    private final DecimalParser digits = new DecimalParser();

    /** Creates a parser. */
    public DoubleParser() {
        double power = 1;
        for (int i = 0; i < powersOfTen.length; i++) {
            powersOfTen[i] = power;
            power *= 10;
        }
    }

    /**
     * Parses a whole span of {@code [-]digits[.digits]}.
     *
     * @param buffer holds the text
     * @param offset first character
     * @param length characters
     * @return the nearest double, NaN when the text is refused; then {@link #refusal()} says why
     */
    public double parse(final DirectBuffer buffer, final int offset, final int length) {
        int decimals = 0;
        for (int i = length - 1; i >= 0; i--) {
            if (buffer.getByte(offset + i) == '.') {
                decimals = length - 1 - i;
                break;
            }
        }
        if (decimals <= 18) {
            final long mantissa = digits.parse(buffer, offset, length, decimals);
            if (mantissa != Decimal8.NULL && Math.abs(mantissa) <= LARGEST_EXACT) {
                final double value = mantissa / powersOfTen[decimals];
                return mantissa == 0 && buffer.getByte(offset) == '-' ? -0.0 : value;
            }
        } else {
            digits.parseRounded(buffer, offset, length, 0);
        }
        if (digits.refusal() != 0 && digits.refusal() != io.halfspread.codec.refusal.Refusal.DECIMAL_OVERFLOW) {
            return Double.NaN;
        }
        return parseSlow(buffer, offset, length);
    }

    /**
     * Why the last parse gave NaN.
     *
     * @return a code of {@link io.halfspread.codec.refusal.Refusal}
     */
    public int refusal() {
        return digits.refusal();
    }

    @ColdPath("more than 53 bits of digits: rare, and correct rounding needs more than 64-bit arithmetic")
    private static double parseSlow(final DirectBuffer buffer, final int offset, final int length) {
        final byte[] text = new byte[length];
        buffer.getBytes(offset, text);
        return Double.parseDouble(new String(text, StandardCharsets.US_ASCII));
    }
}
