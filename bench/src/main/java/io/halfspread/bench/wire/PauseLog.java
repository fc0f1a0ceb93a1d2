package io.halfspread.bench.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM's log of safepoints and collections ({@code -Xlog:safepoint,gc}) tells of a time. */
final class PauseLog {
    /** A pause above this counts as long, ns. */
    static final long LONG_NS = 1_000_000;

    private static final Pattern UPTIME = Pattern.compile("^\\[([0-9.]+)s]");
    private static final Pattern SAFEPOINT =
            Pattern.compile("Safepoint \"(\\w+)\".* Reaching safepoint: +(\\d+) ns.* Total: +(\\d+) ns");
    private static final Pattern COLLECTION = Pattern.compile("Pause .* ([0-9.]+)ms");

    private PauseLog() {}

    /**
     * Counts and longest ones.
     *
     * @param fromS uptime of the JVM from which on they count, s
     * @param toS   uptime up to which they count, s
     */
    static Map<String, Object> read(final Path file, final double fromS, final double toS) throws IOException {
        int safepoints = 0;
        int tooLong = 0;
        int collections = 0;
        long longestNs = 0;
        long reachingNs = 0;
        double longestGcMs = 0;
        String longestWhy = "";
        for (final String line : Files.readAllLines(file)) {
            final Matcher uptime = UPTIME.matcher(line);
            if (!uptime.find()
                    || Double.parseDouble(uptime.group(1)) < fromS
                    || Double.parseDouble(uptime.group(1)) > toS) {
                continue;
            }
            final Matcher safepoint = SAFEPOINT.matcher(line);
            final Matcher collection = COLLECTION.matcher(line);
            if (safepoint.find()) {
                safepoints++;
                final long totalNs = Long.parseLong(safepoint.group(3));
                tooLong += totalNs > LONG_NS ? 1 : 0;
                if (totalNs > longestNs) {
                    longestNs = totalNs;
                    reachingNs = Long.parseLong(safepoint.group(2));
                    longestWhy = safepoint.group(1);
                }
            } else if (collection.find()) {
                collections++;
                longestGcMs = Math.max(longestGcMs, Double.parseDouble(collection.group(1)));
            }
        }
        final Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("safepoints", safepoints);
        figures.put("safepointsAbove1ms", tooLong);
        figures.put("longestSafepointNs", longestNs);
        figures.put("ofWhichReachingNs", reachingNs);
        figures.put("longestSafepoint", longestWhy);
        figures.put("collections", collections);
        figures.put("longestCollectionMs", longestGcMs);
        return figures;
    }
}
