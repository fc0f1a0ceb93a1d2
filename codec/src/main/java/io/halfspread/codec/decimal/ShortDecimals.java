package io.halfspread.codec.decimal;

import io.halfspread.codec.contract.HotPath;

/**
 * Decimals of at most eight characters out of one word, without a branch on where the point is: what differs between the
 * forms (length and place of the point) comes from tables, so that prices and sizes of changing form cost no wrong guess.
 */
@HotPath
public final class ShortDecimals {
    /** Most characters of a number that is read here. */
    public static final int MAX_LENGTH = Long.BYTES;

    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    // Digits have this bit, the point and what follows a number have not.
    private static final long DIGIT_BITS = LOW_BITS * 0x10;
    private static final long ABOVE_NINE = LOW_BITS * (0x7F - 9);
    private static final long ABOVE_ZERO = 0x7F;
    private static final long BYTE = 0xFF;
    private static final int POINTS = Long.BYTES;
    private static final int FORMS = 16 * POINTS;

    private static final long[] TEXT = new long[16];
    private static final long[] PATTERN = new long[FORMS];
    private static final long[] LIMITS = new long[FORMS];
    private static final long[] BEFORE_POINT = new long[FORMS];
    private static final long[] POWER = new long[FORMS];

    static {
        for (int length = 0; length <= MAX_LENGTH; length++) {
            TEXT[length] = firstBytes(length);
            for (int point = 0; point < POINTS; point++) {
                form(length, point);
            }
        }
        for (int form = POINTS * (MAX_LENGTH + 1); form < FORMS; form++) {
            LIMITS[form] = HIGH_BITS;
        }
    }

    private ShortDecimals() {}

    /**
     * Reads the decimal in the first 1 to 8 characters.
     *
     * @param word   the characters, the lowest byte being the first
     * @param length how many of them
     * @return decimal8, {@link Decimal8#NULL} when it is not plain digits with at most one point between them, or an
     *     integer of eight digits
     */
    public static long decimal8(final long word, final int length) {
        final int place = length & 0xF;
        final long text = word & TEXT[place];
        final int point = Long.numberOfTrailingZeros(~text & DIGIT_BITS) >>> 3 & POINTS - 1;
        final int form = place * POINTS + point;
        final long values = text ^ PATTERN[form];
        final int first = (int) (values & BYTE);
        if (((values + LIMITS[form] | values) & HIGH_BITS) != 0 || (first - 1 & 1 - point) < 0) {
            return Decimal8.NULL;
        }
        final long behind = values >>> Byte.SIZE;
        return eightDigits(behind ^ (behind ^ values) & BEFORE_POINT[form]) * POWER[form];
    }

    /** The number of eight digits, of which the lowest byte holds the first. */
    static long eightDigits(final long values) {
        final long pairs = values * (10 * 256 + 1) >>> 8 & 0x00FF_00FF_00FF_00FFL;
        final long fours = pairs * (100 * 65_536 + 1) >>> 16 & 0x0000_FFFF_0000_FFFFL;
        return fours * ((10_000L << 32) + 1) >>> 32;
    }

    /** No byte of a good number, less its pattern and plus its limits, reaches the high bit: the point must be one. */
    private static void form(final int length, final int point) {
        final int form = POINTS * length + point;
        final long at = BYTE << Byte.SIZE * point;
        final boolean inside = point > 0 && point < length - 1;
        PATTERN[form] = (LOW_BITS * '0' & ~at | (long) '.' << Byte.SIZE * point) & firstBytes(length);
        LIMITS[form] =
                inside || point > 0 && point == length ? ABOVE_NINE & ~at | ABOVE_ZERO << Byte.SIZE * point : HIGH_BITS;
        BEFORE_POINT[form] = firstBytes(point);
        POWER[form] = power(point);
    }

    private static long firstBytes(final int count) {
        return count == Long.BYTES ? -1 : (1L << Byte.SIZE * count) - 1;
    }

    private static long power(final int zeros) {
        long power = 1;
        for (int i = 0; i < zeros; i++) {
            power *= 10;
        }
        return power;
    }
}
