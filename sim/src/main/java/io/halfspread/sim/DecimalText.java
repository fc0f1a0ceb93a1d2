package io.halfspread.sim;

/** Writes numbers the way the venue does: plain decimals, at least one fractional digit, no other trailing zeros. */
final class DecimalText {
    private static final int FRACTION_DIGITS = 8;

    private DecimalText() {}

    /** Appends a decimal scaled by 1e8. */
    static void append(final StringBuilder text, final long scaled) {
        if (scaled < 0L) {
            text.append('-');
        }
        final long magnitude = Math.abs(scaled);
        text.append(magnitude / PriceGrid.ONE).append('.');
        long fraction = magnitude % PriceGrid.ONE;
        int digits = FRACTION_DIGITS;
        while (digits > 1 && fraction % 10L == 0L) {
            fraction /= 10L;
            digits--;
        }
        final int start = text.length();
        for (int i = 0; i < digits; i++) {
            text.insert(start, (char) ('0' + fraction % 10L));
            fraction /= 10L;
        }
    }
}
