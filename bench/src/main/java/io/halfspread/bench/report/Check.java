package io.halfspread.bench.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One figure held against one limit.
 *
 * @param name   what it is, with its unit; the same in every run
 * @param kind   how it can be compared
 * @param value  measured, empty when it was not
 * @param limit  goal
 * @param atMost whether the value may be the limit at most; else at least
 */
record Check(String name, Kind kind, OptionalDouble value, double limit, boolean atMost) {
    /** Bytes that a profiler of samples cannot tell from none. */
    private static final double NO_BYTES = 0.5;

    static Check atMost(final String name, final Kind kind, final OptionalDouble value, final double limit) {
        return new Check(name, kind, value, limit, true);
    }

    static Check atLeast(final String name, final Kind kind, final OptionalDouble value, final double limit) {
        return new Check(name, kind, value, limit, false);
    }

    /** Whether it was measured. */
    boolean isMeasured() {
        return value.isPresent();
    }

    /** Whether it was measured and is within its limit. */
    boolean isMet() {
        if (value.isEmpty()) {
            return false;
        }
        final double slack = kind == Kind.BYTES ? NO_BYTES : 0;
        return atMost ? value.getAsDouble() <= limit + slack : value.getAsDouble() >= limit;
    }

    /** The figure and its goal, for people. */
    String text() {
        return name + " " + (value.isEmpty() ? "not measured" : number(value.getAsDouble()))
                + (atMost ? " <= " : " >= ") + number(limit);
    }

    /** For the result file. */
    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("kind", kind.name());
        json.put("value", value.isPresent() ? value.getAsDouble() : null);
        json.put("limit", limit);
        json.put("atMost", atMost);
        json.put("met", isMeasured() ? isMet() : null);
        return json;
    }

    static String number(final double value) {
        final double size = Math.abs(value);
        if (size >= 1e6) {
            return String.format(Locale.ROOT, "%.2fM", value / 1e6);
        }
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
