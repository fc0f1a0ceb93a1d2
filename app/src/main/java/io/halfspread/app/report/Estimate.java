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
record Estimate(long count, long clusters, Double mean, Double band) {
    static final Estimate NONE = new Estimate(0, 0, null, null);

    /** Twice as much: a spread from its half. */
    Estimate twice() {
        return new Estimate(count, clusters, mean == null ? null : 2 * mean, band == null ? null : 2 * band);
    }

    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("n", count);
        json.put("clusters", clusters);
        json.put("mean", mean);
        json.put("band95", band);
        return json;
    }
}
