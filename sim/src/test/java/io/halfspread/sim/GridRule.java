package io.halfspread.sim;

import java.math.BigDecimal;

/** The venue's price and size rules in plain decimal arithmetic. */
final class GridRule {
    private static final int MOST_FIGURES = 5;
    private static final int PERP_DECIMALS = 6;

    private GridRule() {}

    static boolean accepts(final long scaledPx, final int szDecimals) {
        return accepts(BigDecimal.valueOf(scaledPx, 8), szDecimals);
    }

    static boolean accepts(final BigDecimal px, final int szDecimals) {
        final BigDecimal plain = px.stripTrailingZeros();
        final boolean whole = plain.scale() <= 0;
        final boolean fine = plain.precision() <= MOST_FIGURES && plain.scale() <= PERP_DECIMALS - szDecimals;
        return plain.signum() > 0 && (whole || fine);
    }

    static boolean acceptsSize(final BigDecimal sz, final int szDecimals) {
        return sz.signum() > 0 && sz.stripTrailingZeros().scale() <= szDecimals;
    }
}
