package io.halfspread.codec.decimal;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/**
 * Reads the venue's statistics (open interest, day volumes: {@code [-]digits[.digits]}, often with noise of the venue's
 * own floats) as doubles, always equal to {@link Double#parseDouble}. Allocates nothing, save for texts of more than 19
 * digits that lie next to the middle of two doubles, or whose last kept digit is not between the 27th decimal and the
 * point. For one thread.
 */
@HotPath
public final class DoubleParser {
    private static final int MAX_DIGITS = 19;
    private static final int MAX_EXACT_POWER = 22;
    private static final long LARGEST_EXACT = 1L << 53;

    private final double[] powersOfTen = new double[MAX_EXACT_POWER + 1];
    private final NearestDouble nearest = new NearestDouble();
    private long mantissa;
    private int digits;
    private int dropped;
    private int refusal;

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
        final int limit = offset + length;
        final boolean negative = length > 0 && buffer.getByte(offset) == '-';
        final int start = negative ? offset + 1 : offset;
        mantissa = 0;
        digits = 0;
        dropped = 0;
        int index = readDigits(buffer, start, limit);
        if (index == start || index > start + 1 && buffer.getByte(start) == '0') {
            return refuse(length == 0 ? Refusal.DECIMAL_EMPTY : Refusal.DECIMAL_MALFORMED);
        }
        int decimals = 0;
        if (index < limit && buffer.getByte(index) == '.') {
            final int first = index + 1;
            index = readDigits(buffer, first, limit);
            decimals = index - first;
            if (decimals == 0) {
                return refuse(Refusal.DECIMAL_MALFORMED);
            }
        }
        if (index != limit) {
            final boolean exponent = (buffer.getByte(index) | 0x20) == 'e';
            return refuse(exponent ? Refusal.DECIMAL_EXPONENT : Refusal.DECIMAL_MALFORMED);
        }
        refusal = Refusal.NONE;
        final double magnitude = magnitude(decimals - dropped);
        if (magnitude != magnitude) {
            return parseSlow(buffer, offset, length);
        }
        return negative ? -magnitude : magnitude;
    }

    /**
     * Why the last parse gave NaN.
     *
     * @return a {@link Refusal} code
     */
    public int refusal() {
        return refusal;
    }

    private int readDigits(final DirectBuffer buffer, final int start, final int limit) {
        int index = start;
        int digit;
        while (index < limit && (digit = buffer.getByte(index) - '0') >= 0 && digit <= 9) {
            if (digits == MAX_DIGITS) {
                dropped++;
            } else {
                mantissa = mantissa * 10 + digit;
                digits += mantissa == 0 ? 0 : 1;
            }
            index++;
        }
        return index;
    }

    private double magnitude(final int decimals) {
        if (mantissa == 0) {
            return 0;
        }
        if (dropped == 0 && mantissa > 0 && mantissa <= LARGEST_EXACT && decimals <= MAX_EXACT_POWER) {
            return mantissa / powersOfTen[decimals];
        }
        if (decimals < 0 || decimals > NearestDouble.MAX_DECIMALS) {
            return Double.NaN;
        }
        final double value = nearest.quotient(mantissa, decimals);
        // What was dropped lies between the mantissa and the next one: when both round alike, so does it.
        return dropped == 0 || value == nearest.quotient(mantissa + 1, decimals) ? value : Double.NaN;
    }

    private double refuse(final int code) {
        refusal = code;
        return Double.NaN;
    }

    @ColdPath("one text in millions needs more than 128-bit arithmetic")
    private static double parseSlow(final DirectBuffer buffer, final int offset, final int length) {
        final byte[] text = new byte[length];
        buffer.getBytes(offset, text);
        return Double.parseDouble(new String(text, StandardCharsets.US_ASCII));
    }
}
