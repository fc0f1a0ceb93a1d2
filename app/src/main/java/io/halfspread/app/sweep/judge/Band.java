package io.halfspread.app.sweep.judge;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A figure with what resampling says of its error.
 *
 * @param value the figure
 * @param error its standard error; NaN when there are too few blocks
 * @param low   2.5 % of the resampled figures lie below
 * @param high  2.5 % of the resampled figures lie above
 */
public record Band(double value, double error, double low, double high) {
    private static final double TAIL = 0.025;

    /** From resampled figures, whose order is changed. */
    static Band of(final double value, final double... resampled) {
        if (resampled.length < 2) {
            return new Band(value, Double.NaN, Double.NaN, Double.NaN);
        }
        Arrays.sort(resampled);
        final double mean = Arrays.stream(resampled).sum() / resampled.length;
        double squares = 0;
        for (final double figure : resampled) {
            squares += (figure - mean) * (figure - mean);
        }
        return new Band(
                value,
                Math.sqrt(squares / (resampled.length - 1)),
                quantile(resampled, TAIL),
                quantile(resampled, 1 - TAIL));
    }

    /** Linear between the sorted figures. */
    static double quantile(final double[] sorted, final double share) {
        final double place = share * (sorted.length - 1);
        final int below = (int) Math.floor(place);
        final int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /**
     * Half the width of the usual 95 % band.
     *
     * @return 1.96 standard errors
     */
    public double half() {
        return 1.959963984540054 * error;
    }

    /**
     * All of it.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", value);
        json.put("error", error);
        json.put("low95", low);
        json.put("high95", high);
        return json;
    }
}
