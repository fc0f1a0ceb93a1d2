package io.halfspread.app.capture.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the stretches without data in a stream of times. For one thread. */
final class Gaps {
    /** A longer time without data is a gap, ns. */
    static final long GAP_NS = 3_000_000_000L;

    private static final int LISTED = 100;
    private static final double SECOND_NS = 1e9;

    private final List<long[]> listed = new ArrayList<>();
    private long count;
    private long silentNs;
    private long longestNs;
    private long firstNs = Long.MIN_VALUE;
    private long lastNs = Long.MIN_VALUE;

    /** Takes the next time, not before the one before. */
    void at(final long ns) {
        if (firstNs == Long.MIN_VALUE) {
            firstNs = ns;
        } else if (ns - lastNs > GAP_NS) {
            count++;
            silentNs += ns - lastNs;
            longestNs = Math.max(longestNs, ns - lastNs);
            if (listed.size() < LISTED) {
                listed.add(new long[] {lastNs, ns});
            }
        }
        lastNs = ns;
    }

    boolean isEmpty() {
        return firstNs == Long.MIN_VALUE;
    }

    long firstNs() {
        return firstNs;
    }

    long lastNs() {
        return lastNs;
    }

    double seconds() {
        return (lastNs - firstNs) / SECOND_NS;
    }

    double silentShare() {
        return silentNs == 0 ? 0 : (double) silentNs / (lastNs - firstNs);
    }

    double longestSeconds() {
        return longestNs / SECOND_NS;
    }

    /** The figures; of each gap listed where it begins, counted from a start. */
    Map<String, Object> json(final long startNs) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", count);
        json.put("seconds", silentNs / SECOND_NS);
        json.put("longest_s", longestSeconds());
        json.put("share", silentShare());
        final List<Map<String, Object>> places = new ArrayList<>();
        for (final long[] gap : listed) {
            final Map<String, Object> place = new LinkedHashMap<>();
            place.put("at_s", (gap[0] - startNs) / SECOND_NS);
            place.put("from", utc(gap[0]));
            place.put("seconds", (gap[1] - gap[0]) / SECOND_NS);
            places.add(place);
        }
        json.put("listed", places);
        return json;
    }

    static String utc(final long ns) {
        return Instant.ofEpochSecond(Math.floorDiv(ns, 1_000_000_000L), Math.floorMod(ns, 1_000_000_000L))
                .toString();
    }
}
