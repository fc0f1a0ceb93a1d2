package io.halfspread.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two results side by side. Judged are ratios within a run, by what two runs of one build differ, and bytes allocated, by
 * nothing; times are shown, because the machine changes more between two runs than the code does.
 */
final class Comparison {
    /** Bytes by which a profiler of samples differs from itself. */
    private static final double SAMPLED_BYTES = 1;

    private final List<String> lines = new ArrayList<>();
    private int regressions;

    /** Compares an earlier result with a later one; what either has not measured is left out. */
    Comparison(final JsonNode before, final JsonNode after) {
        for (final JsonNode row : before.path("table")) {
            for (final JsonNode check : row.path("checks")) {
                compare(
                        row.path("id").asText(),
                        check,
                        find(after, row.path("id").asText(), check));
            }
        }
    }

    /** One line a figure. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Figures that are worse beyond their bound. */
    int regressions() {
        return regressions;
    }

    private void compare(final String id, final JsonNode before, final JsonNode after) {
        if (after == null
                || !before.path("value").isNumber()
                || !after.path("value").isNumber()) {
            return;
        }
        final Kind kind = Kind.valueOf(before.path("kind").asText());
        final double one = before.path("value").asDouble();
        final double other = after.path("value").asDouble();
        final boolean atMost = before.path("atMost").asBoolean();
        final boolean worse = isWorse(kind, one, other, atMost);
        regressions += worse ? 1 : 0;
        lines.add(String.format(
                Locale.ROOT,
                "%-4s %-22s %10s %10s %+7.1f %%  %s",
                id,
                before.path("name").asText(),
                Check.number(one),
                Check.number(other),
                one == 0 ? 0 : 100 * (other - one) / one,
                worse ? "REGRESSION (" + bound(kind) + ")" : kind == Kind.ABSOLUTE ? "shown only" : "ok"));
    }

    private static boolean isWorse(final Kind kind, final double one, final double other, final boolean atMost) {
        if (kind == Kind.ABSOLUTE) {
            return false;
        }
        if (kind == Kind.BYTES) {
            return other > one + SAMPLED_BYTES;
        }
        return atMost ? other > one * (1 + kind.bound()) : other * (1 + kind.bound()) < one;
    }

    private static String bound(final Kind kind) {
        return kind == Kind.BYTES ? "more than a byte" : "more than " + Math.round(100 * kind.bound()) + " % worse";
    }

    private static JsonNode find(final JsonNode result, final String id, final JsonNode check) {
        for (final JsonNode row : result.path("table")) {
            for (final JsonNode candidate : row.path("checks")) {
                if (row.path("id").asText().equals(id) && candidate.path("name").equals(check.path("name"))) {
                    return candidate;
                }
            }
        }
        return null;
    }
}
