package io.halfspread.app.capture.quality;

/**
 * One measured value.
 *
 * @param coin    the coin, null for all data
 * @param measure what
 * @param value   share of one, seconds or a count, as the measure says
 */
record Finding(String coin, Measure measure, double value) {
    Grade grade() {
        return measure.grade(value);
    }

    String describe() {
        return (coin == null ? "" : coin + ": ") + measure.describe(value);
    }
}
