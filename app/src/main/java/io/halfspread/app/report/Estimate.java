package io.halfspread.app.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A mean with its band.
 *
 * @param count    observations
 * @param clusters stretches of time that they fall into
 * @param mean     their mean, null without any
 * @param band     half the width of the 95 % band, null with fewer than two clusters
 */
public record Estimate(long count, long clusters, Double mean, Double band) {
    /** Of no observation. */
    public static final Estimate NONE = new Estimate(0, 0, null, null);

    /**
     * Twice as much: a spread from its half.
     *
     * @return mean and band doubled
     */
    public Estimate twice() {
        return times(2);
    }

    /**
     * A multiple of it: a sum from its mean.
     *
     * @param factor above 0
     * @return mean and band multiplied
     */
    public Estimate times(final double factor) {
        return new Estimate(count, clusters, mean == null ? null : factor * mean, band == null ? null : factor * band);
    }

    /**
     * The estimate for programs.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("n", count);
        json.put("clusters", clusters);
        json.put("mean", mean);
        json.put("band95", band);
        return json;
    }
}
