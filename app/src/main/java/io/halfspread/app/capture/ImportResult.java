package io.halfspread.app.capture;

import io.halfspread.gateway.frames.FrameStats;
import io.halfspread.gateway.frames.RefusedLine;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an import gave.
 *
 * @param stats       what came out of the frames
 * @param coins       coins by instrument index
 * @param events      events written
 * @param interrupted whether it was ended before the last frame
 * @param folder      the capture
 */
public record ImportResult(FrameStats stats, List<String> coins, long events, boolean interrupted, Path folder) {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int LISTED = 5;

    /**
     * The result for programs.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("frames", stats.frames());
        json.put("frames_by_channel", stats.framesByChannel());
        json.put("events", events);
        json.put("events_by_kind", stats.eventsByKind());
        json.put("replayed_trades", stats.replayedTrades());
        json.put("refused", stats.refused().count());
        json.put("refused_by_reason", stats.refused().byReason());
        json.put(
                "refused_lines",
                stats.refused().listed().stream().map(RefusedLine::describe).toList());
        json.put("first_ns", stats.frames() == 0 ? null : stats.firstNs());
        json.put("last_ns", stats.frames() == 0 ? null : stats.lastNs());
        json.put("first", stats.frames() == 0 ? null : utc(stats.firstNs()));
        json.put("last", stats.frames() == 0 ? null : utc(stats.lastNs()));
        json.put("coins", coins);
        json.put("interrupted", interrupted);
        json.put("capture", folder.toString());
        return json;
    }

    /**
     * Prints the result for a person.
     *
     * @param out where
     */
    public void print(final PrintStream out) {
        out.println(String.format(Locale.ROOT, "frames      %,d read: %s", stats.frames(), stats.framesByChannel()));
        out.println(String.format(
                Locale.ROOT,
                "events      %,d: %s (%,d of the trades are history)",
                events,
                stats.eventsByKind(),
                stats.replayedTrades()));
        out.println(String.format(
                Locale.ROOT,
                "refused     %,d %s",
                stats.refused().count(),
                stats.refused().byReason()));
        stats.refused().listed().stream().limit(LISTED).forEach(line -> out.println("            " + line.describe()));
        if (stats.frames() > 0) {
            out.println("from        " + utc(stats.firstNs()) + " to " + utc(stats.lastNs()));
        }
        out.println("capture     " + folder + (interrupted ? " (ended early)" : ""));
    }

    private static String utc(final long ns) {
        return Instant.ofEpochSecond(Math.floorDiv(ns, SECOND_NS), Math.floorMod(ns, SECOND_NS))
                .toString();
    }
}
