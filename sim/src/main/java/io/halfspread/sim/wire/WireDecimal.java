package io.halfspread.sim.wire;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Decimal texts of the wire. */
public final class WireDecimal {
    private static final int SCALE = 8;
    private static final int RATIO_SCALE = 12;
    private static final int LONGEST = 40;
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");

    private WireDecimal() {}

    /**
     * The one form of a number that is hashed: no trailing zeros, no exponent, no minus before zero.
     *
     * @param text a plain decimal
     * @return its normal form
     * @throws Unreadable when it is none
     */
    public static String normal(final String text) {
        if (text.length() > LONGEST || !PLAIN.matcher(text).matches()) {
            throw new Unreadable("invalid decimal " + text);
        }
        return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }

    /**
     * A number as the venue sends it.
     *
     * @param decimal8 the number times 1e8
     * @return plain, with at least one decimal and no other trailing zeros
     */
    public static String text(final long decimal8) {
        return text(decimal8, SCALE);
    }

    /**
     * A ratio as the venue sends it.
     *
     * @param ratio12 the ratio times 1e12
     * @return plain, with at least one decimal and no other trailing zeros
     */
    public static String ratioText(final long ratio12) {
        return text(ratio12, RATIO_SCALE);
    }

    /**
     * A number as the venue puts it into sentences.
     *
     * @param decimal8 the number times 1e8
     * @return plain, without trailing zeros
     */
    public static String shortText(final long decimal8) {
        return BigDecimal.valueOf(decimal8, SCALE).stripTrailingZeros().toPlainString();
    }

    /**
     * A number from its text.
     *
     * @param text a plain decimal
     * @return the number times 1e8
     * @throws ArithmeticException when it has more than eight decimals or is too large
     */
    public static long decimal8(final String text) {
        return new BigDecimal(text).movePointRight(SCALE).longValueExact();
    }

    private static String text(final long scaled, final int scale) {
        final BigDecimal stripped = BigDecimal.valueOf(scaled, scale).stripTrailingZeros();
        return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
    }
}
