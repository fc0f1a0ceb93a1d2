package io.halfspread.app.capture.bulk;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an import of many files gave.
 *
 * @param days       the days in order
 * @param passedOver files that are not imported
 * @param lookedS    seconds that the look at the files took
 * @param seconds    seconds that the whole took
 * @param threads    days imported at once
 */
public record BulkResult(
        List<DayResult> days, List<PassedOver> passedOver, double lookedS, double seconds, int threads) {
    private static final int LISTED = 10;

    /**
     * Days that became something.
     *
     * @param state what
     * @return their count
     */
    public long count(final DayState state) {
        return days.stream().filter(day -> day.state() == state).count();
    }

    /**
     * Events written by this run.
     *
     * @return the count
     */
    public long events() {
        return days.stream().mapToLong(DayResult::events).sum();
    }

    /**
     * The result for programs.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        for (final DayState state : DayState.values()) {
            json.put(state.text(), count(state));
        }
        json.put("events", events());
        json.put("looked_s", lookedS);
        json.put("elapsed_s", seconds);
        json.put("events_per_s", rate());
        json.put("threads", threads);
        json.put("days", days.stream().map(DayResult::json).toList());
        json.put("passed_over", passedOver.stream().map(PassedOver::describe).toList());
        return json;
    }

    /**
     * Prints the result for a person.
     *
     * @param out where
     */
    public void print(final PrintStream out) {
        for (final DayResult day : days) {
            out.println(String.format(
                    Locale.ROOT,
                    "%s  %-11s %,12d events  %s",
                    day.day(),
                    day.state().text(),
                    day.quality() == null ? day.events() : day.quality().events(),
                    day.quality() == null
                            ? day.problem()
                            : "grade " + day.quality().grade() + "  " + day.folder()));
            if (day.quality() != null) {
                day.quality().reasons().stream().limit(LISTED).forEach(reason -> out.println("            " + reason));
                day.quality().refusedLines().stream()
                        .limit(LISTED)
                        .forEach(line -> out.println("            refused " + line));
            }
        }
        passedOver.stream().limit(LISTED).forEach(file -> out.println("passed over " + file.describe()));
        if (passedOver.size() > LISTED) {
            out.println("passed over " + (passedOver.size() - LISTED) + " more");
        }
        final List<String> counts = new ArrayList<>();
        for (final DayState state : DayState.values()) {
            if (count(state) > 0) {
                counts.add(count(state) + " " + state.text());
            }
        }
        out.println(String.format(
                Locale.ROOT,
                "%d days: %s; %,d events in %.1f s, %,.0f/s with %d threads",
                days.size(),
                String.join(", ", counts),
                events(),
                seconds,
                rate(),
                threads));
    }

    private double rate() {
        return seconds > lookedS ? events() / (seconds - lookedS) : 0;
    }
}
