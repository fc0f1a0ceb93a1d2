package io.halfspread.bench.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.openhft.affinity.Affinity;

/**
 * What it costs a session to be watched: one without page, metrics, latency log and logged decisions, and one with all of them, its
 * page open and scraped every second, by turns in one run. Arguments: rounds, file for the result.
 */
public final class WatchedRig {
    private static final int VENUE_CORE = 1;
    private static final int CORE = 0;
    private static final long WARM_NS = TimeUnit.SECONDS.toNanos(15);
    private static final long ROUND_NS = TimeUnit.SECONDS.toNanos(3);
    private static final long SETTLE_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final List<String> PERCENTILES = List.of("p50", "p90", "p99", "p999");
    private static final String DARK = "dashboard.enabled: false\nlog.latency_ms: 0\nlog.decisions_ms: 3600000";
    private static final String SEEN = "log.format: json\ndashboard.port: ";

    private WatchedRig() {}

    /**
     * Runs it.
     *
     * @param arguments rounds, file for the result
     * @throws IOException when a session fails
     */
    public static void main(final String[] arguments) throws IOException {
        final int port = freePort();
        final Path folder = Files.createTempDirectory("halfspread-watched");
        final Map<String, Object> result;
        // Before this thread keeps to one core: the watcher's threads may use every one.
        try (SessionWatcher watcher = new SessionWatcher(port)) {
            Affinity.setAffinity(VENUE_CORE);
            result = run(folder, Integer.parseInt(arguments[0]), port, watcher);
        }
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(Path.of(arguments[1]).toFile(), result);
        result.forEach((key, value) -> System.out.println("watched: " + key + " " + value));
        WireRig.delete(folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Map<String, Object> run(
            final Path folder, final int rounds, final int port, final SessionWatcher watcher) throws IOException {
        final List<Map<String, Object>> dark = new ArrayList<>();
        final List<Map<String, Object>> seen = new ArrayList<>();
        final FrameDeck deck = new FrameDeck();
        final ProductSetup darkSetup = new ProductSetup(folder.resolve("dark"), CORE, DARK);
        final ProductSetup seenSetup = new ProductSetup(folder.resolve("seen"), CORE, SEEN + port);
        try (InfoProxy info = new InfoProxy(darkSetup.account());
                Participant darkOne = started("dark", darkSetup, folder.resolve("dark"), info, deck);
                Participant seenOne = started("seen", seenSetup, folder.resolve("seen"), info, deck)) {
            for (int i = 0; i < rounds; i++) {
                dark.add(round(darkOne, deck));
                watcher.watching(true);
                seen.add(round(seenOne, deck));
                watcher.watching(false);
            }
        }
        if (Arrays.stream(watcher.bytes()).anyMatch(bytes -> bytes == 0)) {
            throw new IOException("nobody watched: bytes of events and scrapes " + Arrays.toString(watcher.bytes()));
        }
        final Map<String, Object> result = new LinkedHashMap<>();
        result.put("rounds", rounds);
        result.put("roundSeconds", TimeUnit.NANOSECONDS.toSeconds(ROUND_NS));
        result.put("streamedBytes", watcher.bytes()[0]);
        result.put("scrapedBytes", watcher.bytes()[1]);
        for (final String percentile : PERCENTILES) {
            final double without = median(dark, percentile);
            final double with = median(seen, percentile);
            result.put(percentile + "DarkNs", without);
            result.put(percentile + "SeenNs", with);
            result.put(percentile + "Ratio", String.format(Locale.ROOT, "%.3f", with / without));
        }
        result.put("dark", dark);
        result.put("seen", seen);
        return result;
    }

    private static Participant started(
            final String name, final ProductSetup setup, final Path home, final InfoProxy info, final FrameDeck deck)
            throws IOException {
        final TimedVenue venue = new TimedVenue(info);
        final Participant participant =
                Participant.start(name, venue, home, setup.environment(), setup.command(venue.port()));
        participant.awaitFeed();
        new WireRound(deck).run(venue, Schedule.WARM, 0, WARM_NS);
        participant.hold();
        return participant;
    }

    private static Map<String, Object> round(final Participant participant, final FrameDeck deck) throws IOException {
        participant.resume();
        final WireRound round = new WireRound(deck);
        round.run(participant.venue(), Schedule.NORMAL, SETTLE_NS, ROUND_NS);
        participant.requireAlive();
        participant.hold();
        return round.figures();
    }

    private static double median(final List<Map<String, Object>> rounds, final String percentile) {
        final double[] values = rounds.stream()
                .mapToDouble(round -> ((Number) round.get(percentile)).doubleValue())
                .sorted()
                .toArray();
        final int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
