package io.halfspread.app.soak;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Invariants that did not hold in a run: the first occasion of each, with its time. */
final class Violations {
    private static final double SECOND_NS = 1e9;

    private final Map<String, String> first = new LinkedHashMap<>();

    void add(final String invariant, final long elapsedNs, final String what) {
        first.putIfAbsent(
                invariant, String.format(Locale.ROOT, "%s at %.2f s: %s", invariant, elapsedNs / SECOND_NS, what));
    }

    List<String> lines() {
        return List.copyOf(first.values());
    }
}
