package io.halfspread.app.capture.quality;

/**
 * One measured value.
 *
 * @param coin    the coin, null for all data
 * @param measure what
 * @param value   share of one, seconds or a count, as the measure says
 */
record Finding(String coin, Measure measure, double value) {
    /** Fewer than this many are taken as this many, so that one of a few does not decide. */
    private static final double LEAST = 10_000;

    /** A part of all, as a share. */
    static Finding ofShare(final String coin, final Measure measure, final double part, final double of) {
        return new Finding(coin, measure, part / Math.max(LEAST, of));
    }

    Grade grade() {
        return measure.grade(value);
    }

    String describe() {
        return (coin == null ? "" : coin + ": ") + measure.describe(value);
    }
}
