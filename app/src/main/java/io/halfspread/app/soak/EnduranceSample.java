package io.halfspread.app.soak;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One span of an endurance run.
 *
 * @param endS           its end, s since the start
 * @param messagesPerS   messages taken in a second
 * @param process        the process at its end
 * @param bytesPerMessage bytes allocated a message, by name of thread
 * @param collections    collections in it, the one made for measuring left out
 * @param ringPeak       most events and outputs that waited in a ring at a look
 * @param longestMs      longest time without a duty cycle of an agent so far, ms
 * @param stalls         stalled agents since the account's state was first known
 * @param losses         connections lost so far
 * @param checks         comparisons with the venue so far
 * @param fills          fills at the venue so far
 */
record EnduranceSample(
        double endS,
        double messagesPerS,
        ProcessFigures process,
        Map<String, Double> bytesPerMessage,
        long collections,
        long ringPeak,
        long longestMs,
        long stalls,
        long losses,
        long checks,
        long fills) {
    private static final double MIB = 1 << 20;
    private static final String VENUE = "sim-venue";
    /** The venue, the thread that measures, and the one that tells of collections. */
    private static final Set<String> BESIDE = Set.of(VENUE, "main", "Notification Thread");

    /** Bytes a message of the thread that runs an agent, alone or with others; 0 when there is none. */
    double bytes(final String agent) {
        return bytesPerMessage.entrySet().stream()
                .filter(entry -> entry.getKey().contains(agent))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Bytes a message of all threads of the session. */
    double sessionBytes() {
        return bytesPerMessage.entrySet().stream()
                .filter(entry -> !BESIDE.contains(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    static String heading() {
        return "   min   msg/s   live MiB  rss MiB  direct MiB  B/msg engine  journal  session   venue  gc  pause ms"
                + "  ring peak  silence ms  stalls  lost  checks    fills";
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%6.2f %7.0f %10.2f %8.1f %11.1f %13.1f %8.1f %8.0f %7.0f %3d %9d %10d %11d %7d %5d %7d %8d",
                endS / 60,
                messagesPerS,
                process.liveBytes() / MIB,
                process.residentBytes() / MIB,
                process.directBytes() / MIB,
                bytes("engine"),
                bytes("journal"),
                sessionBytes(),
                bytes(VENUE),
                collections,
                process.longestPauseMs(),
                ringPeak,
                longestMs,
                stalls,
                losses,
                checks,
                fills);
    }

    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("end_s", endS);
        json.put("messages_per_s", messagesPerS);
        json.put("live_bytes", process.liveBytes());
        json.put("resident_bytes", process.residentBytes());
        json.put("direct_bytes", process.directBytes());
        json.put("mapped_bytes", process.mappedBytes());
        json.put("bytes_per_message", bytesPerMessage);
        json.put("collections", collections);
        json.put("longest_pause_ms", process.longestPauseMs());
        json.put("ring_peak", ringPeak);
        json.put("longest_silence_ms", longestMs);
        json.put("stalls", stalls);
        json.put("losses", losses);
        json.put("checks", checks);
        json.put("fills", fills);
        return json;
    }
}
