package io.halfspread.codec.decimal;

import io.halfspread.codec.contract.HotPath;

/**
 * Numbers out of eight characters at a time, each word loaded little endian so that its lowest byte is the first
 * character. What is not a plain number of the foreseen form is left to the general parser.
 */
@HotPath
public final class DigitWords {
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long ZEROS = LOW_BITS * '0';
    private static final long POINTS = LOW_BITS * '.';
    private static final long ABOVE_NINE = LOW_BITS * (0x7F - 9);
    private static final long EIGHT_DIGITS = 100_000_000L;
    private static final int MOST_CHARACTERS = 15;
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    private DigitWords() {}

    /**
     * Finds the first quote, as long as nothing but digits and points precedes it. Other characters may hide it or be taken
     * for it: what is there must be looked at.
     *
     * @param word eight characters
     * @return its index, 8 when there is none
     */
    public static int indexOfQuote(final long word) {
        // Of digits, point and quote only the quote has neither bit 3 nor bit 4.
        return Long.numberOfTrailingZeros(~(word | word << 1) & LOW_BITS << 4) >>> 3;
    }

    /**
     * Reads the decimal in the first 8 to 15 characters.
     *
     * @param first  characters 0 to 7
     * @param second characters 8 to 15
     * @param length how many of them; more than 15 are not plain
     * @return decimal8, {@link Decimal8#NULL} when it is not plain digits with at most one point between them, or does
     *     not fit
     */
    public static long decimal8(final long first, final long second, final int length) {
        if (length > MOST_CHARACTERS) {
            return Decimal8.NULL;
        }
        int point = Long.numberOfTrailingZeros(zeroBytes(first ^ POINTS)) >>> 3;
        if (point == Long.BYTES) {
            point = Math.min(Long.BYTES + (Long.numberOfTrailingZeros(zeroBytes(second ^ POINTS)) >>> 3), length);
        }
        final int decimals = point == length ? 0 : length - point - 1;
        if (malformed(first, point, length) || decimals > Decimal8.EXPONENT) {
            return Decimal8.NULL;
        }
        final int digits = point == length ? length : length - 1;
        long low = first;
        long high = second;
        if (point < Long.BYTES) {
            low = without(first, point) & ~(0xFFL << 56) | second << 56;
            high = second >>> 8;
        } else if (point < length) {
            high = without(second, point - Long.BYTES);
        }
        low ^= ZEROS;
        high ^= ZEROS;
        // Right-aligned over 16 characters: 7 to 15 digits, of which the last 8 are the tail.
        final int gap = 2 * Long.BYTES - digits << 3;
        final boolean headless = gap >= Long.SIZE;
        final long tail = headless ? low << gap - Long.SIZE : high << gap | low >>> Long.SIZE - gap;
        final long head = headless ? 0 : low << gap;
        if (notDigits(tail) || notDigits(head)) {
            return Decimal8.NULL;
        }
        final long mantissa = ShortDecimals.eightDigits(head) * EIGHT_DIGITS + ShortDecimals.eightDigits(tail);
        final long power = power(Decimal8.EXPONENT - decimals);
        return Math.multiplyHigh(mantissa, power) == 0 && mantissa * power >= 0 ? mantissa * power : Decimal8.NULL;
    }

    /**
     * Counts the digits at the start.
     *
     * @param word eight characters
     * @return 0 to 8
     */
    public static int countDigits(final long word) {
        final long values = word ^ ZEROS;
        return Long.numberOfTrailingZeros((values + ABOVE_NINE | values) & HIGH_BITS) >>> 3;
    }

    /**
     * Whether an integer of 1 to 7 digits ends there as a JSON value may: before a comma or closing bracket.
     *
     * @param word   eight characters
     * @param digits from {@link #countDigits}
     * @return false also when it has a leading zero
     */
    public static boolean isPlainInteger(final long word, final int digits) {
        if (digits == 0 || digits == Long.BYTES || digits > 1 && (word & 0xFF) == '0') {
            return false;
        }
        return endsValue(word, digits);
    }

    /**
     * Whether a JSON value may end before a character: at a comma or closing bracket.
     *
     * @param word  eight characters
     * @param index 0 to 7
     * @return true when it is one of those
     */
    public static boolean endsValue(final long word, final int index) {
        final int after = (int) (word >>> (index << 3)) & 0xFF;
        return after == '}' || after == ',' || after == ']';
    }

    /**
     * Reads the integer in the first 1 to 7 characters.
     *
     * @param word   the characters
     * @param digits how many of them, all digits
     * @return the integer
     */
    public static long integer(final long word, final int digits) {
        return ShortDecimals.eightDigits((word ^ ZEROS) << (Long.BYTES - digits << 3));
    }

    /**
     * Reads an integer of 8 to 15 digits.
     *
     * @param head   the first 8, all digits
     * @param tail   those that follow
     * @param digits how many follow, 0 to 7
     * @return the integer
     */
    public static long integer(final long head, final long tail, final int digits) {
        final long upper = ShortDecimals.eightDigits(head ^ ZEROS);
        return digits == 0 ? upper : upper * power(digits) + integer(tail, digits);
    }

    private static boolean malformed(final long word, final int point, final int length) {
        return point == 0 || point == length - 1 || (word & 0xFF) == '0' && point > 1;
    }

    /** Takes one character out and moves those after it down. */
    private static long without(final long word, final int index) {
        if (index >= Long.BYTES - 1) {
            return word;
        }
        final int shift = index << 3;
        final long before = (1L << shift) - 1;
        return word & before | word >>> 8 & ~before;
    }

    // Exact: unlike the shorter form it marks no byte above a zero byte by mistake.
    private static long zeroBytes(final long word) {
        final long low = word & ~HIGH_BITS;
        return ~(low + ~HIGH_BITS | word) & HIGH_BITS;
    }

    private static boolean notDigits(final long values) {
        return ((values + ABOVE_NINE | values) & HIGH_BITS) != 0;
    }

    private static long power(final int zeros) {
        return POWERS_OF_TEN[zeros];
    }
}
