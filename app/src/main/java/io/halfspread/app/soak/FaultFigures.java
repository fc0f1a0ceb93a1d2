package io.halfspread.app.soak;

import io.halfspread.sim.faults.FaultKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Faults of all runs by kind: how many, how many were noticed, how long until the session was in a safe state. */
public final class FaultFigures {
    private static final double NS_PER_S = 1e9;
    private static final double MEDIAN = 0.5;
    private static final double LATE = 0.99;

    private final Map<FaultKind, List<FaultOutcome>> byKind = new EnumMap<>(FaultKind.class);

    /** Nothing counted yet. */
    public FaultFigures() {}

    void add(final List<FaultOutcome> outcomes) {
        outcomes.forEach(outcome -> byKind.computeIfAbsent(outcome.kind(), kind -> new ArrayList<>())
                .add(outcome));
    }

    /**
     * All faults.
     *
     * @return how many
     */
    public int count() {
        return byKind.values().stream().mapToInt(List::size).sum();
    }

    /**
     * One row a kind that was injected.
     *
     * @return in the order of the kinds
     */
    public List<Row> rows() {
        final List<Row> rows = new ArrayList<>();
        byKind.forEach((kind, outcomes) -> rows.add(row(kind, outcomes)));
        return rows;
    }

    private static Row row(final FaultKind kind, final List<FaultOutcome> outcomes) {
        final long[] safe = outcomes.stream()
                .mapToLong(FaultOutcome::safeNs)
                .filter(ns -> ns >= 0)
                .sorted()
                .toArray();
        return new Row(
                kind.word(),
                outcomes.size(),
                (int) outcomes.stream().filter(FaultOutcome::noticed).count(),
                safe.length,
                at(safe, MEDIAN),
                at(safe, LATE),
                at(safe, 1));
    }

    private static double at(final long[] sorted, final double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round((sorted.length - 1) * share)] / NS_PER_S;
    }

    /**
     * Figures of one kind.
     *
     * @param kind     name in plans
     * @param injected how many
     * @param detected how many were followed by a sign of trouble in the session; others did it no harm
     * @param safe     after how many it came to a safe state
     * @param p50      median time until then, s
     * @param p99      99th percentile, s
     * @param longest  longest, s
     */
    public record Row(String kind, int injected, int detected, int safe, double p50, double p99, double longest) {
        Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("kind", kind);
            json.put("injected", injected);
            json.put("detected", detected);
            json.put("safe", safe);
            json.put("safe_s_p50", number(p50));
            json.put("safe_s_p99", number(p99));
            json.put("safe_s_max", number(longest));
            return json;
        }

        private static Object number(final double seconds) {
            return Double.isNaN(seconds) ? null : seconds;
        }
    }
}
