package io.halfspread.app.capture.catalogue;

import io.halfspread.app.capture.quality.QualitySummary;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A capture in a list.
 *
 * @param path      its folder
 * @param state     whether it can be used
 * @param problem   what is wrong, null when nothing is
 * @param kind      kind of session, empty when the manifest cannot be read
 * @param coins     coins with market data, by its report; without one all that the manifest names
 * @param firstNs   time of its first input, ns since the epoch, {@link Long#MIN_VALUE} when not known
 * @param lastNs    time of its last input
 * @param bytes     size of its files
 * @param inputs    inputs, those of sealed segments while it is written
 * @param outputs   outputs
 * @param contentId content id, 16 hex digits, empty when not known
 * @param sha256    hash over the hashes of its segments: equal wherever the same bytes lie; empty until it is closed
 * @param quality   its report, null when there is none
 */
public record CaptureEntry(
        Path path,
        CaptureState state,
        String problem,
        String kind,
        List<String> coins,
        long firstNs,
        long lastNs,
        long bytes,
        long inputs,
        long outputs,
        String contentId,
        String sha256,
        QualitySummary quality) {
    private static final long SECOND_NS = 1_000_000_000L;

    /** Copies the coins. */
    public CaptureEntry {
        coins = List.copyOf(coins);
    }

    /**
     * Whether its span touches some days; unknown spans do.
     *
     * @param from first UTC day, null for any
     * @param to   last UTC day, null for any
     * @return true when it does
     */
    public boolean touches(final LocalDate from, final LocalDate to) {
        return firstNs == Long.MIN_VALUE
                || (from == null || !day(lastNs).isBefore(from))
                        && (to == null || !day(firstNs).isAfter(to));
    }

    /**
     * UTC day of its first input.
     *
     * @return the day, null when not known
     */
    public LocalDate day() {
        return firstNs == Long.MIN_VALUE ? null : day(firstNs);
    }

    /**
     * From the first to the last input.
     *
     * @return seconds, 0 when not known
     */
    public double seconds() {
        return firstNs == Long.MIN_VALUE ? 0 : (lastNs - firstNs) / (double) SECOND_NS;
    }

    /**
     * The entry for programs.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", path.toString());
        json.put("day", day() == null ? null : day().toString());
        json.put("coins", coins);
        json.put("state", state.text());
        json.put("problem", problem);
        json.put("kind", kind);
        json.put("first_ns", firstNs == Long.MIN_VALUE ? null : firstNs);
        json.put("last_ns", firstNs == Long.MIN_VALUE ? null : lastNs);
        json.put("seconds", seconds());
        json.put("bytes", bytes);
        json.put("inputs", inputs);
        json.put("outputs", outputs);
        json.put("content_id", contentId);
        json.put("sha256", sha256);
        json.put("grade", quality == null ? null : quality.grade().name());
        json.put("reasons", quality == null ? null : quality.reasons());
        return json;
    }

    private static LocalDate day(final long ns) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(ns, SECOND_NS)), ZoneOffset.UTC);
    }
}
