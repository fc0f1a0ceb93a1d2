package io.halfspread.codec.decimal;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.refusal.Refusal;
import org.agrona.DirectBuffer;

/**
 * Reads ASCII decimal text into a scaled long: {@code [-]digits[.digits]}, no leading zero before another digit, no
 * exponent, no plus sign, digits on both sides of a point; -0 is 0. Allocates nothing. For one thread.
 */
@HotPath
public final class DecimalParser {
    private static final int LONGEST_EXACT_DIGITS = 18;
    private static final long LARGEST_TENTH = Long.MAX_VALUE / 10;

    private final long[] powersOfTen = new long[LONGEST_EXACT_DIGITS + 1];
    private int end;
    private int refusal;

    /** Creates a parser. */
    public DecimalParser() {
        long power = 1;
        for (int i = 0; i < powersOfTen.length; i++) {
            powersOfTen[i] = power;
            power *= 10;
        }
    }

    /**
     * Parses a whole span exactly.
     *
     * @param buffer   holds the text
     * @param offset   first character
     * @param length   characters
     * @param exponent decimals of the result, 0 to 18
     * @return the number times ten to the exponent, or {@link Decimal8#NULL}; then {@link #refusal()} says why
     */
    public long parse(final DirectBuffer buffer, final int offset, final int length, final int exponent) {
        return whole(scan(buffer, offset, offset + length, exponent, false), offset + length);
    }

    /**
     * Parses a whole span; decimals beyond the exponent are rounded half to even.
     *
     * @param buffer   holds the text
     * @param offset   first character
     * @param length   characters
     * @param exponent decimals of the result, 0 to 18
     * @return the number times ten to the exponent, or {@link Decimal8#NULL}; then {@link #refusal()} says why
     */
    public long parseRounded(final DirectBuffer buffer, final int offset, final int length, final int exponent) {
        return whole(scan(buffer, offset, offset + length, exponent, true), offset + length);
    }

    /**
     * Why the last parse was refused.
     *
     * @return a {@link Refusal} code, {@link Refusal#NONE} when it was not
     */
    public int refusal() {
        return refusal;
    }

    /**
     * Where the last parse stopped: one past the number, or the character it was refused at.
     *
     * @return an index into the buffer
     */
    public int end() {
        return end;
    }

    /**
     * Parses the longest number at the start of a span and leaves what follows it to the caller.
     *
     * @param buffer   holds the text
     * @param start    first character
     * @param limit    one past the last character that may be read
     * @param exponent decimals of the result, 0 to 18
     * @param rounded  whether decimals beyond the exponent are rounded half to even; otherwise they must be zeros
     * @return the number times ten to the exponent, or {@link Decimal8#NULL}; then {@link #refusal()} says why
     */
    public long scan(
            final DirectBuffer buffer, final int start, final int limit, final int exponent, final boolean rounded) {
        int index = start;
        final boolean negative = index < limit && buffer.getByte(index) == '-';
        if (negative) {
            index++;
        }
        final int firstDigit = index;
        long mantissa = 0;
        int digit = -1;
        while (index < limit && (digit = buffer.getByte(index) - '0') >= 0 && digit <= 9) {
            mantissa = mantissa * 10 + digit;
            index++;
        }
        final int wholeDigits = index - firstDigit;
        if (wholeDigits == 0) {
            return refuse(index == limit && !negative ? Refusal.DECIMAL_EMPTY : Refusal.DECIMAL_MALFORMED, index);
        }
        if (wholeDigits > 1 && buffer.getByte(firstDigit) == '0') {
            return refuse(Refusal.DECIMAL_MALFORMED, firstDigit);
        }
        int decimals = 0;
        if (index < limit && digit == '.' - '0') {
            final int firstDecimal = ++index;
            while (index < limit && (digit = buffer.getByte(index) - '0') >= 0 && digit <= 9) {
                mantissa = mantissa * 10 + digit;
                index++;
            }
            decimals = index - firstDecimal;
            if (decimals == 0) {
                return refuse(Refusal.DECIMAL_MALFORMED, index);
            }
        }
        if (index < limit && (digit == 'e' - '0' || digit == 'E' - '0')) {
            return refuse(Refusal.DECIMAL_EXPONENT, index);
        }
        end = index;
        refusal = Refusal.NONE;
        final long magnitude;
        if (wholeDigits + decimals > LONGEST_EXACT_DIGITS) {
            magnitude = scaleLong(buffer, firstDigit, wholeDigits, decimals, exponent, rounded);
        } else if (decimals > exponent) {
            magnitude = cut(mantissa, decimals - exponent, rounded);
        } else {
            magnitude = extend(mantissa, exponent - decimals);
        }
        return negative ? -magnitude : magnitude;
    }

    private long extend(final long mantissa, final int zeros) {
        final long power = powersOfTen[zeros];
        final long scaled = mantissa * power;
        if (Math.multiplyHigh(mantissa, power) != 0 || scaled < 0) {
            return refuse(Refusal.DECIMAL_OVERFLOW, end);
        }
        return scaled;
    }

    private long cut(final long mantissa, final int surplus, final boolean rounded) {
        final long power = powersOfTen[surplus];
        final long quotient = mantissa / power;
        final long rest = mantissa - quotient * power;
        if (rest == 0) {
            return quotient;
        }
        if (!rounded) {
            return refuse(Refusal.DECIMAL_TOO_PRECISE, end);
        }
        final long half = power >> 1;
        return rest > half || rest == half && (quotient & 1) == 1 ? quotient + 1 : quotient;
    }

    private long scaleLong(
            final DirectBuffer buffer,
            final int firstDigit,
            final int wholeDigits,
            final int decimals,
            final int exponent,
            final boolean rounded) {
        final int point = firstDigit + wholeDigits;
        final int kept = wholeDigits + exponent;
        long scaled = 0;
        for (int i = 0; i < kept; i++) {
            final int digit = digitAt(buffer, firstDigit, point, decimals, i);
            if (scaled > LARGEST_TENTH || scaled == LARGEST_TENTH && digit > 7) {
                return refuse(Refusal.DECIMAL_OVERFLOW, end);
            }
            scaled = scaled * 10 + digit;
        }
        final int first = digitAt(buffer, firstDigit, point, decimals, kept);
        boolean more = false;
        for (int i = kept + 1; i < wholeDigits + decimals; i++) {
            more |= digitAt(buffer, firstDigit, point, decimals, i) != 0;
        }
        if (first == 0 && !more) {
            return scaled;
        }
        if (!rounded) {
            return refuse(Refusal.DECIMAL_TOO_PRECISE, end);
        }
        if (first < 5 || first == 5 && !more && (scaled & 1) == 0) {
            return scaled;
        }
        return scaled == Long.MAX_VALUE ? refuse(Refusal.DECIMAL_OVERFLOW, end) : scaled + 1;
    }

    private static int digitAt(
            final DirectBuffer buffer, final int firstDigit, final int point, final int decimals, final int number) {
        final int index = firstDigit + number;
        if (index < point) {
            return buffer.getByte(index) - '0';
        }
        return index - point < decimals ? buffer.getByte(index + 1) - '0' : 0;
    }

    private long whole(final long value, final int limit) {
        if (value != Decimal8.NULL && end != limit) {
            return refuse(Refusal.DECIMAL_MALFORMED, end);
        }
        return value;
    }

    private long refuse(final int code, final int index) {
        refusal = code;
        end = index;
        return Decimal8.NULL;
    }
}
