package io.halfspread.bench.wire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.openhft.affinity.Affinity;
import org.HdrHistogram.Histogram;

/** try */
public final class WireRig {
    private WireRig() {}

    public static void main(final String[] arguments) throws Exception {
        final Path folder = Files.createTempDirectory("halfspread-wire");
        System.out.println(folder);
        Affinity.setAffinity(1);
        final FrameDeck deck = new FrameDeck();
        final ProductSetup setup = new ProductSetup(folder, 0);
        try (InfoProxy info = new InfoProxy(setup.account())) {
            final TimedVenue echoVenue = new TimedVenue(info);
            final TimedVenue ownVenue = new TimedVenue(info);
            try (Participant echo = Participant.start("echo", echoVenue, folder, Map.of(),
                            List.of("io.halfspread.bench.wire.EchoClient", "http://127.0.0.1:" + echoVenue.port(), "0", "640"))) {
                echo.awaitFeed();
                run(deck, echo, Schedule.NORMAL, 3);
                echo.hold();
                try (Participant product = Participant.start("halfspread", ownVenue, folder, setup.environment(), setup.command(ownVenue.port()))) {
                    product.awaitFeed();
                    run(deck, product, Schedule.NORMAL, 12);
                    product.hold();
                    for (int i = 0; i < 5; i++) {
                        for (final Participant p : List.of(echo, product)) {
                            p.resume();
                            run(deck, p, Schedule.NORMAL, 2);
                            p.hold();
                        }
                    }
                }
            }
        }
    }

    private static void run(final FrameDeck deck, final Participant p, final Schedule s, final int seconds) throws Exception {
        final WireRound round = new WireRound(deck);
        round.run(p.venue(), s, 300_000_000L, seconds * 1_000_000_000L);
        final Histogram h = round.latency();
        System.out.printf("%s %s asked %d answered %d unanswered %d unasked %d actions %d p50 %.1f p90 %.1f p99 %.1f p99.9 %.1f late p50 %.1f p99 %.1f%n",
                p.name(), s.name(), round.asked(), h.getTotalCount(), round.unanswered(), p.venue().unasked(), p.venue().actions(),
                h.getValueAtPercentile(50) / 1e3, h.getValueAtPercentile(90) / 1e3, h.getValueAtPercentile(99) / 1e3,
                h.getValueAtPercentile(99.9) / 1e3, round.late().getValueAtPercentile(50) / 1e3,
                round.late().getValueAtPercentile(99) / 1e3);
        p.requireAlive();
    }
}
