package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.Halfspread;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.gateway.rest.AccountFill;
import io.halfspread.gateway.rest.AccountPosition;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.RestTimings;
import io.halfspread.gateway.rest.RestingOrder;
import io.halfspread.gateway.rest.VenueHttp;
import io.halfspread.gateway.rest.VenueQueryException;
import io.halfspread.gateway.rest.WeightBudget;
import io.halfspread.sim.exchange.Rule;
import io.halfspread.sim.server.SimVenue;
import io.halfspread.sim.server.VenueConfig;
import io.halfspread.sim.server.VenueRule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sessions that trade against a live market are killed at random instants, and started again: nothing may be left behind or
 * counted twice. Few kills in the build; {@code -Dhalfspread.kills=200} for the whole, {@code -Dhalfspread.seed=N} for others.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class KillRunsTest {
    private static final String KEY = "0x1234567890123456789012345678901234567890123456789012345678901234";
    private static final String ACCOUNT = "0x2e988a386a799f506693793c6a5af6b54dfaabfb";
    private static final int FILLS = 1_000_000;
    private static final long DEPOSIT = 1_000_000_00000000L;
    private static final int KILLS = Integer.getInteger("halfspread.kills", 3);
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    @TempDir
    private Path folder;

    private final Random random = new Random(Long.getLong("halfspread.seed", 5));
    private final Set<Path> verified = new HashSet<>();
    private InfoClient venueInfo;
    private int early;
    private int stranded;
    private int torn;

    @Test
    void shouldLoseAndRepeatNothingWhenKilledAtAnyInstant() throws Exception {
        final VenueConfig config = VenueConfig.builder()
                .seed(random.nextLong())
                .account(ACCOUNT, DEPOSIT)
                .without(VenueRule.REQUEST_WEIGHT)
                .without(VenueRule.SOCKET_LIMITS)
                .exchange(exchange -> exchange.without(Rule.ADDRESS_BUDGET)
                        .withLimits(exchange.limits().withHistory(FILLS, FILLS)))
                .build();
        wiring();
        try (SimVenue venue = SimVenue.start(config)) {
            final String url = "http://127.0.0.1:" + venue.port();
            venueInfo = new InfoClient(new VenueHttp(url, RestTimings.ofVenue()), WeightBudget.unlimited());
            for (int kill = 0; kill < KILLS; kill++) {
                killOne(url, kill);
            }
            endInOrder(url);
            audit();
        }
    }

    private void killOne(final String url, final int kill) throws Exception {
        try (ChildRun run = start(url)) {
            if (random.nextInt(5) == 0) {
                early++;
                TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
            } else {
                assertEquals("quoting", run.line(), run::log);
                requireOneSessionsOrders(run);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1_200));
            }
            run.signal("KILL");
            assertEquals(137, run.exitCode());
        }
        stranded += openOrders().isEmpty() ? 0 : 1;
        if (kill % 2 == 0) {
            verifyAll();
        }
    }

    /** What an earlier session left is cancelled by the one that begins. */
    private void requireOneSessionsOrders(final ChildRun run) throws Exception {
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        long sessions = sessions();
        while (sessions > 1 && System.nanoTime() < deadlineNs) {
            sessions = sessions();
        }
        assertTrue(sessions <= 1, run::log);
    }

    private long sessions() throws Exception {
        return openOrders().stream().map(RestingOrder::cloidHigh).distinct().count();
    }

    private List<RestingOrder> openOrders() throws VenueQueryException {
        return venueInfo.openOrders(ACCOUNT);
    }

    private void endInOrder(final String url) throws Exception {
        try (ChildRun run = start(url)) {
            assertEquals("quoting", run.line(), run::log);
            requireOneSessionsOrders(run);
            run.signal("TERM");
            final JsonNode summary = StrictJson.parse(run.line(), false).root();
            assertEquals(0, run.exitCode(), run::log);
            assertEquals("true", summary.member("verified").text(), run::log);
            assertEquals(0, summary.member("notes").elements().size(), run::log);
            assertEquals(
                    summary.member("venue").member("position").text(),
                    summary.member("position").text(),
                    run::log);
        }
        assertEquals(List.of(), openOrders());
        verifyAll();
    }

    private void verifyAll() throws IOException {
        for (final Path capture : captures()) {
            if (verified.add(capture)) {
                final JsonNode found = StrictJson.parse(verify(capture), false).root();
                assertEquals("true", found.member("ok").text(), () -> capture + ": " + found);
            }
        }
    }

    /** Goes through all captures in order and holds them against the venue's list of fills. */
    private void audit() throws Exception {
        final List<AccountFill> fills = new ArrayList<>(allFills());
        final Map<String, Path> countedIn = new HashMap<>();
        int unbased = 0;
        for (final Path capture : captures()) {
            torn += Files.readString(capture.resolve("manifest.yaml")).contains("cut at") ? 1 : 0;
            final CaptureAudit audit = CaptureAudit.of(capture);
            if (!audit.isBased()) {
                unbased++;
                continue;
            }
            assertEquals(positionAt(fills, audit.baselineNs()), audit.baseline(), () -> capture + " baseline");
            assertEquals(audit.position(), audit.enginePosition(), () -> capture + " position");
            assertEquals(audit.counted().size(), audit.engineFills(), () -> capture + " fills");
            for (final String id : audit.counted()) {
                final Path before = countedIn.put(id, capture);
                assertEquals(null, before, () -> "fill " + id + " counted in " + capture + " and " + before);
            }
        }
        long position = 0;
        for (final AccountPosition held : venueInfo.clearinghouseState(ACCOUNT).positions()) {
            position += held.size();
        }
        assertEquals(position, positionAt(fills, Long.MAX_VALUE));
        final Set<String> venueFills = new HashSet<>();
        fills.forEach(fill -> venueFills.add(fill.tid() + "/" + fill.oid()));
        assertTrue(venueFills.containsAll(countedIn.keySet()));
        System.out.printf(
                "kill -9: %d kills (%d at a random instant of the start), %d captures verified, %d of them cut at a torn"
                        + " record, %d without account state, %d left orders at the venue, %d fills at the venue, %d"
                        + " counted in captures, none twice%n",
                KILLS, early, verified.size(), torn, unbased, stranded, venueFills.size(), countedIn.size());
    }

    private List<AccountFill> allFills() throws VenueQueryException {
        final Map<String, AccountFill> all = new HashMap<>();
        long fromMs = 0;
        while (true) {
            final List<AccountFill> page = venueInfo.userFillsByTime(ACCOUNT, fromMs);
            int added = 0;
            for (final AccountFill fill : page) {
                added += all.putIfAbsent(fill.tid() + "/" + fill.oid(), fill) == null ? 1 : 0;
                fromMs = Math.max(fromMs, TimeUnit.NANOSECONDS.toMillis(fill.venueNs()));
            }
            if (added == 0) {
                return new ArrayList<>(all.values());
            }
        }
    }

    private static long positionAt(final List<AccountFill> fills, final long venueNs) {
        return fills.stream()
                .filter(fill -> fill.venueNs() <= venueNs)
                .mapToLong(fill -> fill.side() == Side.BID ? fill.sz() : -fill.sz())
                .sum();
    }

    private List<Path> captures() throws IOException {
        final Path captures = folder.resolve("captures");
        if (!Files.isDirectory(captures)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(captures)) {
            return entries.filter(entry -> Files.exists(entry.resolve("manifest.yaml")))
                    .sorted()
                    .toList();
        }
    }

    private void wiring() throws IOException {
        final Path file = PaperWiring.write(folder, "shared");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "instruments:",
                                String.join(
                                        "\n",
                                        "quoting:",
                                        "  half_spread_bps: 0.2",
                                        "  max_bps_diff: 0.1",
                                        "budget:",
                                        "  mode: none",
                                        "watch:",
                                        "  stall_ms: 0",
                                        "instruments:"))
                        .replace("order_size: 0.3", "order_size: 1.5")
                        .replace("max_position: 3.0", "max_position: 15.0"));
    }

    private ChildRun start(final String url) throws IOException {
        return ChildRun.start(
                folder,
                KEY,
                "run",
                "--mode",
                "live",
                "--network",
                "testnet",
                "--config",
                folder.resolve("wiring.yaml").toString(),
                "--venue-url",
                url,
                "--json");
    }

    private static String verify(final Path capture) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        Halfspread.run(terminal, "verify", "--json", capture.toString());
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
