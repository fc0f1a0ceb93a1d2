package io.halfspread.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;

/** Numbers as a person reads them: the same text on every JVM, since they are rounded as decimals. */
public final class Words {
    /** Where there is no number. */
    public static final String NONE = "–";

    private static final int USD_DECIMALS = 4;
    private static final long SECOND_NS = 1_000_000_000L;

    private Words() {}

    /**
     * A number.
     *
     * @param value    the number, or null
     * @param decimals digits after the point
     * @return its text; a dash when there is none
     */
    public static String fixed(final Number value, final int decimals) {
        if (value == null || !Double.isFinite(value.doubleValue())) {
            return NONE;
        }
        final BigDecimal exact = value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.doubleValue());
        final BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded.signum() == 0 ? rounded.abs() : rounded)
                .replace('-', '−');
    }

    /**
     * A number with its sign.
     *
     * @param value    the number, or null
     * @param decimals digits after the point
     * @return its text, with a plus when it is above zero
     */
    public static String signed(final Number value, final int decimals) {
        final String text = fixed(value, decimals);
        return value != null && value.doubleValue() > 0 && !text.matches("[0.,]+") ? "+" + text : text;
    }

    /**
     * An amount with its sign.
     *
     * @param decimal8 USD
     * @return its text
     */
    public static String usd(final long decimal8) {
        return signed(Decimals.of(decimal8), USD_DECIMALS);
    }

    /**
     * A size or price with the digits it has.
     *
     * @param decimal8 the size or price
     * @return its text
     */
    public static String plain(final long decimal8) {
        return Decimals.of(decimal8).toPlainString().replace('-', '−');
    }

    /**
     * A share.
     *
     * @param share 0 to 1, or null
     * @return its text in percent
     */
    public static String percent(final Number share) {
        return share == null ? NONE : fixed(share.doubleValue() * 100, 1) + " %";
    }

    /**
     * A count.
     *
     * @param value the count
     * @return its text
     */
    public static String count(final long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /**
     * A mean with its band.
     *
     * @param estimate the mean
     * @param decimals digits after the point
     * @return its text
     */
    public static String band(final Estimate estimate, final int decimals) {
        if (estimate.mean() == null) {
            return NONE;
        }
        return signed(estimate.mean(), decimals)
                + (estimate.band() == null ? "" : " ± " + fixed(estimate.band(), decimals));
    }

    /**
     * A stretch of time.
     *
     * @param seconds its length
     * @return its text
     */
    public static String duration(final double seconds) {
        final long whole = Math.round(seconds);
        if (whole < 60) {
            return fixed(seconds, 1) + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    /**
     * A moment in UTC, to the second.
     *
     * @param ns ns since the epoch
     * @return its text
     */
    public static String time(final long ns) {
        return Instant.ofEpochSecond(Math.floorDiv(ns, SECOND_NS))
                .toString()
                .replace('T', ' ')
                .replace("Z", "");
    }
}
