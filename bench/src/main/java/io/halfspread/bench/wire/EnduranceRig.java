package io.halfspread.bench.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.lang.ProcessHandle.Info;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import net.openhft.affinity.Affinity;

/**
 * The session on the normal schedule for a long time: what its hot threads allocate from frame bytes to signed bytes, and how
 * long its JVM stands still. Arguments: seconds, file for the result, more flags of the session's JVM.
 */
public final class EnduranceRig {
    private static final int VENUE_CORE = 1;
    private static final int CORE = 0;
    private static final String PAUSES = "pauses.log";
    private static final double MS = 1e3;
    private static final double SECOND_NS = TimeUnit.SECONDS.toNanos(1);
    /** Until compilers are done. */
    private static final long WARM_NS = TimeUnit.SECONDS.toNanos(30);
    /** Parts of the names of threads that an event passes. */
    private static final List<String> HOT = List.of("ingress", "engine", "egress", "journal");

    private EnduranceRig() {}

    /**
     * Runs it.
     *
     * @param arguments seconds, file for the result, flags
     * @throws IOException when the session fails
     */
    public static void main(final String[] arguments) throws IOException {
        Affinity.setAffinity(VENUE_CORE);
        final long measuredNs = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[0]));
        final Path folder = Files.createTempDirectory("halfspread-endurance");
        final Map<String, Object> result =
                run(folder, measuredNs, List.of(arguments).subList(2, arguments.length));
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(Path.of(arguments[1]).toFile(), result);
        result.forEach((key, value) -> System.out.println("endurance: " + key + " " + value));
        WireRig.delete(folder);
    }

    private static Map<String, Object> run(final Path folder, final long measuredNs, final List<String> flags)
            throws IOException {
        final ProductSetup setup = new ProductSetup(folder, CORE);
        final FrameDeck deck = new FrameDeck();
        final Map<String, Object> result = new LinkedHashMap<>();
        final List<String> logged =
                new ArrayList<>(List.of("-Xlog:safepoint,gc:file=" + folder.resolve(PAUSES) + ":uptime"));
        logged.addAll(flags);
        try (InfoProxy info = new InfoProxy(setup.account())) {
            final TimedVenue venue = new TimedVenue(info);
            try (Participant product = Participant.start(
                    "product", venue, folder, setup.environment(), logged, setup.command(venue.port()))) {
                product.awaitFeed();
                new WireRound(deck).run(venue, Schedule.WARM, 0, WARM_NS);
                try (AllocatedBytes bytes = new AllocatedBytes(product.pid())) {
                    // The first questions make the other side load classes and threads.
                    bytes.read();
                    bytes.read();
                    new WireRound(deck).run(venue, Schedule.NORMAL, 0, TimeUnit.SECONDS.toNanos(2));
                    final Map<String, Long> before = bytes.read();
                    final long startMs = startMs(product.pid());
                    final double fromS = (System.currentTimeMillis() - startMs) / MS;
                    final WireRound round = new WireRound(deck);
                    round.run(venue, Schedule.NORMAL, 0, measuredNs);
                    product.requireAlive();
                    final double toS = (System.currentTimeMillis() - startMs) / MS;
                    final Map<String, Long> after = bytes.read();
                    result.put("seconds", measuredNs / SECOND_NS);
                    result.put("java", System.getProperty("java.runtime.version"));
                    result.put("flags", flags);
                    result.put("framesThatRequote", round.figures().get("asked"));
                    result.put("bytesByThread", difference(before, after));
                    result.put("hotBytes", hot(difference(before, after)));
                    result.putAll(round.figures());
                    result.remove("asked");
                    result.putAll(PauseLog.read(folder.resolve(PAUSES), fromS, toS));
                }
            }
        }
        return result;
    }

    private static Map<String, Long> difference(final Map<String, Long> before, final Map<String, Long> after) {
        final Map<String, Long> differences = new TreeMap<>();
        after.forEach((name, bytes) -> {
            final long grown = bytes - before.getOrDefault(name, 0L);
            if (grown > 0 || isHot(name)) {
                differences.put(name, grown);
            }
        });
        return differences;
    }

    private static boolean isHot(final String name) {
        return HOT.stream().anyMatch(name::contains);
    }

    private static long hot(final Map<String, Long> bytes) {
        return bytes.entrySet().stream()
                .filter(entry -> isHot(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long startMs(final long pid) {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .flatMap(Info::startInstant)
                .map(Instant::toEpochMilli)
                .orElseThrow();
    }
}
