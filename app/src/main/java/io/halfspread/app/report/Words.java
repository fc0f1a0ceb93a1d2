package io.halfspread.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;

/** Numbers as a person reads them: the same text on every JVM, since they are rounded as decimals. */
final class Words {
    /** Where there is no number. */
    static final String NONE = "–";

    private static final int USD_DECIMALS = 4;
    private static final long SECOND_NS = 1_000_000_000L;

    private Words() {}

    static String fixed(final Number value, final int decimals) {
        if (value == null || !Double.isFinite(value.doubleValue())) {
            return NONE;
        }
        final BigDecimal exact = value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.doubleValue());
        final BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded.signum() == 0 ? rounded.abs() : rounded)
                .replace('-', '−');
    }

    static String signed(final Number value, final int decimals) {
        final String text = fixed(value, decimals);
        return value != null && value.doubleValue() > 0 && !text.matches("[0.,]+") ? "+" + text : text;
    }

    /** An amount of decimal8 with its sign. */
    static String usd(final long decimal8) {
        return signed(Decimals.of(decimal8), USD_DECIMALS);
    }

    /** A size or price of decimal8 with the digits it has. */
    static String plain(final long decimal8) {
        return Decimals.of(decimal8).toPlainString().replace('-', '−');
    }

    static String percent(final Number share) {
        return share == null ? NONE : fixed(share.doubleValue() * 100, 1) + " %";
    }

    static String count(final long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String band(final Estimate estimate, final int decimals) {
        if (estimate.mean() == null) {
            return NONE;
        }
        return signed(estimate.mean(), decimals)
                + (estimate.band() == null ? "" : " ± " + fixed(estimate.band(), decimals));
    }

    static String duration(final double seconds) {
        final long whole = Math.round(seconds);
        if (whole < 60) {
            return fixed(seconds, 1) + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    /** A moment in UTC, to the second. */
    static String time(final long ns) {
        return Instant.ofEpochSecond(Math.floorDiv(ns, SECOND_NS))
                .toString()
                .replace('T', ' ')
                .replace("Z", "");
    }
}
