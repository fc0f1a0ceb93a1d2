package io.halfspread.bench.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.openhft.affinity.Affinity;
import org.agrona.collections.Long2LongHashMap;

/**
 * Measures from wire to wire: bare echo, product and obvious maker in turn, round by round, each in its own JVM on one core,
 * the venue on another. Writes one line of JSON for each round. Arguments: plan ({@link WirePlan}), file for the result.
 */
public final class WireRig implements AutoCloseable {
    private static final int VENUE_CORE = 1;
    private static final int CORE = 0;
    private static final int ACTION_BYTES = 640;
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long WARM_NS = 300 * MS;
    private static final String HOST = "127.0.0.1:";

    private final WirePlan plan;
    private final Path folder;
    private final FrameDeck deck = new FrameDeck();
    private final Jitter jitter = new Jitter();
    private final InfoProxy info;
    private final List<Map<String, Object>> rounds = new ArrayList<>();
    private final Participant echo;
    private final Participant product;
    private final Participant obvious;
    private final DropFeeder drops;

    private WireRig(final WirePlan plan, final Path folder) throws IOException {
        this.plan = plan;
        this.folder = folder;
        final ProductSetup setup = new ProductSetup(folder, CORE);
        info = new InfoProxy(setup.account());
        drops = new DropFeeder(folder);
        final TimedVenue echoVenue = new TimedVenue(info);
        echo = warmed(Participant.start(
                "echo",
                echoVenue,
                folder,
                Map.of(),
                List.of(
                        EchoClient.class.getName(),
                        "http://" + HOST + echoVenue.port(),
                        Integer.toString(CORE),
                        Integer.toString(ACTION_BYTES))));
        obvious = plan.peers() ? warmed(obvious(setup)) : null;
        final TimedVenue productVenue = new TimedVenue(info);
        product = warmed(Participant.start(
                "product", productVenue, folder, setup.environment(), setup.command(productVenue.port())));
    }

    /**
     * Runs the plan.
     *
     * @param arguments plan, file for the result
     * @throws IOException when a participant fails
     */
    public static void main(final String[] arguments) throws IOException {
        Affinity.setAffinity(VENUE_CORE);
        final Path folder = Files.createTempDirectory("halfspread-wire");
        final Map<String, Object> result = new LinkedHashMap<>();
        final Long2LongHashMap sentNs;
        try (WireRig rig = new WireRig(WirePlan.of(arguments[0]), folder)) {
            rig.run();
            result.put("rounds", rig.rounds);
            sentNs = rig.product.venue().askedNs();
        }
        result.put("drops", DropTimes.of(folder, sentNs));
        new ObjectMapper().writeValue(Path.of(arguments[1]).toFile(), result);
        delete(folder);
    }

    private Participant obvious(final ProductSetup setup) throws IOException {
        final TimedVenue venue = new TimedVenue(info);
        return Participant.start(
                "obvious",
                venue,
                folder,
                Map.of(),
                List.of(
                        "io.halfspread.bench.obvious.ObviousMaker",
                        "ws://" + HOST + venue.port() + "/ws",
                        FrameDeck.COIN,
                        "0",
                        folder.resolve("tuning_params.json").toString(),
                        HexFormat.of().formatHex(setup.secret())));
    }

    private Participant warmed(final Participant participant) throws IOException {
        participant.awaitFeed();
        new WireRound(deck).run(participant.venue(), Schedule.WARM, 0, plan.warmNs());
        participant.hold();
        return participant;
    }

    private void run() throws IOException {
        for (int i = 0; i < plan.rounds(); i++) {
            for (final Participant each : all()) {
                round(each, Schedule.NORMAL, WARM_NS, plan.normalNs(), null);
            }
            round(product, Schedule.NORMAL, WARM_NS, plan.normalNs(), drops);
            if (plan.peers()) {
                for (final Participant each : all()) {
                    round(each, Schedule.BURST, WARM_NS, plan.burstNs(), null);
                }
            }
            for (final Participant each : List.of(echo, product)) {
                round(each, Schedule.QUIET, Schedule.QUIET.askNs(), plan.quietNs(), null);
            }
        }
    }

    private List<Participant> all() {
        return obvious == null ? List.of(echo, product) : List.of(echo, product, obvious);
    }

    private void round(
            final Participant participant,
            final Schedule schedule,
            final long warmNs,
            final long measuredNs,
            final DropFeeder feeder)
            throws IOException {
        final Map<String, Object> line = new LinkedHashMap<>();
        line.put("participant", participant.name());
        line.put("schedule", schedule.name());
        line.put("drops", feeder != null);
        line.putAll(jitter.measure());
        participant.resume();
        final WireRound round = new WireRound(deck);
        if (feeder != null) {
            round.onGap(feeder);
        }
        final long unasked = participant.venue().unasked();
        round.run(participant.venue(), schedule, warmNs, measuredNs);
        participant.requireAlive();
        participant.hold();
        line.putAll(round.figures());
        line.put("unasked", participant.venue().unasked() - unasked);
        rounds.add(line);
        System.err.println("wire: " + line);
    }

    static void delete(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        product.close();
        if (obvious != null) {
            obvious.close();
        }
        echo.close();
        info.close();
    }
}
