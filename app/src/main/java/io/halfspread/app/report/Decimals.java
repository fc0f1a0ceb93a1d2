package io.halfspread.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimals for reports, with all the digits they have. */
public final class Decimals {
    private static final int DECIMAL8 = 8;

    private Decimals() {}

    /**
     * A fixed-point number.
     *
     * @param decimal8 scaled by 1e8
     * @return the decimal, at least one digit after the point
     */
    public static BigDecimal of(final long decimal8) {
        final BigDecimal plain = BigDecimal.valueOf(decimal8, DECIMAL8).stripTrailingZeros();
        return plain.scale() < 1 ? plain.setScale(1, RoundingMode.UNNECESSARY) : plain;
    }

    /**
     * A sum computed in binary, rounded to the decimal it stands for.
     *
     * @param value the sum
     * @return the decimal, at least one digit after the point
     */
    public static BigDecimal of(final double value) {
        return of(BigDecimal.valueOf(value)
                .movePointRight(DECIMAL8)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact());
    }
}
