package io.halfspread.gateway.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.ConnectionStateDecoder;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.codec.event.TimerDecoder;
import io.halfspread.codec.hyperliquid.Channel;
import io.halfspread.gateway.frames.FrameFile;
import io.halfspread.gateway.frames.RefusedLines;
import io.halfspread.gateway.frames.SharedData;
import io.halfspread.gateway.net.VenueClient;
import io.halfspread.gateway.net.VenueServer;
import io.halfspread.gateway.session.MarketStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class IngressSocketTest {
    private static final String COIN = "HYPE";
    private static final int LIMIT = 1 << 16;
    private static final long PATIENT_MS = 10_000;
    private static final long IMPATIENT_MS = 1_200;
    private static final int DEATHS = 24;
    private static final Set<MarketStream> ALL = EnumSet.allOf(MarketStream.class);

    @TempDir
    private Path folder;

    @Test
    void shouldPutEveryFrameIntoTheRingOnceAndInOrder() throws Exception {
        final SentFrames source = new SentFrames(COIN, 1);
        try (VenueServer server = new VenueServer(client -> {
                    for (int i = 0; i < 2_000; i++) {
                        final String frame = client.isFast() ? source.book(true) : source.next();
                        if (i % 7 == 0) {
                            client.sendFragmented(frame, 50 + i % 300);
                        } else if (i % 50 == 1) {
                            client.sendAll(List.of(frame));
                        } else {
                            client.send(frame);
                        }
                    }
                });
                LiveIngress ingress = live(server, ALL, PATIENT_MS, Map.of())) {
            ingress.until("all frames", 20_000, () -> ingress.marketFrames().size() >= 4_000);

            assertSame(sent(server, false), onConnection(ingress, false), ingress);
            assertSame(sent(server, true), onConnection(ingress, true), ingress);
            assertSame(ingress.decodedFromFile(folder), ingress.record.marketData, ingress);
            assertTrue(ingress.record.marketData.size() >= 4_000);
            assertEquals(0, ingress.agent.refused());
            assertEquals(0, ingress.agent.shed());
            assertEquals(2, server.clients().size());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void shouldComeBackAfterEveryKindOfDeath(final long seed) throws Exception {
        final SentFrames source = new SentFrames(COIN, seed);
        final SplittableRandom random = new SplittableRandom(seed);
        final AtomicInteger deaths = new AtomicInteger();
        final AtomicInteger survivors = new AtomicInteger();
        try (VenueServer server = new VenueServer(client -> {
                    final String history = source.history();
                    if (!client.isFast() && history != null) {
                        client.send(history);
                    }
                    for (int i = 0; i < 60; i++) {
                        client.send(client.isFast() ? source.book(true) : source.next());
                    }
                    if (deaths.get() < DEATHS) {
                        client.after(5 + random.nextInt(20), () -> die(client, deaths.getAndIncrement() % 6));
                    } else {
                        survivors.incrementAndGet();
                    }
                });
                LiveIngress ingress = live(server, ALL, IMPATIENT_MS, Map.of())) {
            ingress.until(
                    "all deaths and two healthy connections",
                    25_000,
                    () -> survivors.get() >= 2
                            && ingress.agent.sessions().stream().allMatch(session -> session.isReady()));
            ingress.forMs(100);

            assertDeliveredOnceInOrder(server, ingress);
            assertSame(ingress.decodedFromFile(folder), ingress.record.marketData, ingress);
            assertEquals(server.clients().size(), connects(ingress));
            assertTrue(connects(ingress) >= DEATHS, () -> ingress.notes.toString());
            assertEquals(connects(ingress) - 2, closed(ingress));
            assertIncreasing(ingress.record.ingestNs);
        }
    }

    @Test
    void shouldReplaceAConnectionThatFellSilent() {
        try (VenueServer server = new VenueServer(client -> {
                    if (client.number() == 0) {
                        client.fallSilent();
                    }
                });
                LiveIngress ingress = live(server, Set.of(MarketStream.BBO), IMPATIENT_MS, Map.of())) {
            ingress.until("a second connection", 30_000, () -> server.clients().size() == 2);
            ingress.until("its readiness", 30_000, () -> ingress.record.count(0, ConnectionStatus.READY) >= 1);

            assertTrue(ingress.notes.get(0).contains("no pong"), ingress.notes.toString());
            ingress.forMs(600);
            assertEquals(2, server.clients().size());
        }
    }

    @Test
    void shouldReplaceAConnectionWhoseStreamRepeatsItself() {
        final SentFrames source = new SentFrames(COIN, 3);
        final String frozen = source.book(false);
        try (VenueServer server =
                        new VenueServer(client -> keepSending(client, client.number() == 0 ? frozen : null, source));
                LiveIngress ingress = live(
                        server,
                        Set.of(MarketStream.L2_BOOK),
                        PATIENT_MS,
                        Map.of(MarketStream.L2_BOOK, 500 * LiveIngress.MS))) {
            ingress.until("a second connection", 30_000, () -> server.clients().size() == 2);
            ingress.forMs(1_200);

            assertTrue(ingress.notes.get(0).contains("l2Book HYPE without news"), ingress.notes.toString());
            assertEquals(2, server.clients().size());
        }
    }

    @Test
    void shouldAnswerProtocolPings() {
        try (VenueServer server = new VenueServer(VenueClient::ping);
                LiveIngress ingress = live(server, Set.of(MarketStream.BBO), PATIENT_MS, Map.of())) {
            ingress.until(
                    "a pong",
                    5_000,
                    () -> !server.clients().isEmpty() && server.clients().get(0).protocolPongs() == 1);

            assertTrue(server.clients().get(0).isOpen());
        }
    }

    @Test
    void shouldCountWhatItCannotUseAndGoOn() {
        final SentFrames source = new SentFrames(COIN, 4);
        final String good = source.bbo();
        try (VenueServer server = new VenueServer(client -> {
                    client.sendOther("");
                    client.sendOther("Websocket connection established.");
                    client.sendOther("{\"channel\":\"bbo\",\"data\":{\"coin\":\"HYPE\"");
                    client.sendOther(
                            "{\"channel\":\"bbo\",\"data\":{\"coin\":\"HYPE\",\"time\":1,\"bbo\":[null,{\"px\":\"-1\"}]}}");
                    client.sendOther("{\"channel\":\"somethingNew\",\"data\":{\"x\":[1,2,{}]}}");
                    client.sendOther("{\"channel\":\"error\",\"data\":\"Invalid subscription {}\"}");
                    client.sendOther("{\"channel\":\"subscriptionResponse\",\"data\":[]}");
                    client.sendOther("{\"channel\":\"subscriptionResponse\"}");
                    client.send(good);
                });
                LiveIngress ingress = live(server, Set.of(MarketStream.BBO), PATIENT_MS, Map.of())) {
            ingress.until("the good frame", 30_000, () -> ingress.record.marketData.size() == 1);

            assertEquals(4, ingress.agent.refused());
            assertEquals(1, ingress.agent.frames(Channel.OTHER));
            assertEquals(1, server.clients().size(), ingress.notes::toString);
            assertTrue(ingress.notes.stream().anyMatch(note -> note.contains("Invalid subscription")));
        }
    }

    @Test
    void shouldEndAConnectionThatSendsTooMuchOrAnotherKindOfFrame() {
        final SentFrames source = new SentFrames(COIN, 5);
        try (VenueServer server = new VenueServer(client -> {
                    client.send(source.bbo());
                    if (client.number() == 0) {
                        client.sendOther("{\"channel\":\"x\",\"data\":\"" + "y".repeat(LIMIT) + "\"}");
                    } else if (client.number() == 1) {
                        client.sendBinary();
                    } else {
                        client.sendFragmented(
                                "{\"channel\":\"x\",\"data\":\"" + "z".repeat(LIMIT - 100) + "\"}", LIMIT / 8);
                        client.send(source.bbo());
                    }
                });
                LiveIngress ingress = live(server, Set.of(MarketStream.BBO), PATIENT_MS, Map.of())) {
            ingress.until("four frames", 30_000, () -> ingress.record.marketData.size() == 4);

            assertEquals(3, server.clients().size());
            assertTrue(ingress.notes.get(0).contains("1009"), ingress.notes.toString());
            assertTrue(ingress.notes.get(1).contains("1003"), ingress.notes.toString());
        }
    }

    @Test
    void shouldWriteTimersAndStatesAroundTheFrames() {
        final SentFrames source = new SentFrames(COIN, 6);
        try (VenueServer server = new VenueServer(client -> keepSending(client, null, source));
                LiveIngress ingress = live(server, Set.of(MarketStream.L2_BOOK), PATIENT_MS, Map.of())) {
            ingress.forMs(1_050);
            ingress.agent.onClose();
            ingress.drain();

            final long timers = ingress.record.count(TimerDecoder.TEMPLATE_ID);
            assertTrue(timers >= 10 && timers <= 30, () -> timers + " timers");
            for (int i = 0; i < ingress.record.templates.size(); i++) {
                if (ingress.record.templates.get(i) == TimerDecoder.TEMPLATE_ID) {
                    assertEquals(0, ingress.record.ingestNs.get(i) % 100_000_000L);
                }
            }
            assertIncreasing(ingress.record.ingestNs);
            assertEquals(List.of("0 CONNECTING", "0 OPEN", "0 READY", "0 CLOSED"), ingress.record.states);
            assertEquals(4, ingress.record.count(ConnectionStateDecoder.TEMPLATE_ID));
        }
    }

    @Test
    void shouldTakeRecordedFramesAsTheyAre() throws Exception {
        final List<String> recorded = new ArrayList<>();
        try (FrameFile file =
                FrameFile.open(SharedData.require("data/replay/hl_ETH_20251210_19min.gz"), new RefusedLines())) {
            while (recorded.size() < 4_000 && file.next()) {
                final byte[] bytes = new byte[file.length()];
                file.buffer().getBytes(file.offset(), bytes);
                recorded.add(new String(bytes, StandardCharsets.UTF_8));
            }
        }
        try (VenueServer server = new VenueServer(client -> client.sendAll(recorded));
                LiveIngress ingress = new LiveIngress(
                        server.address(),
                        List.of("ETH"),
                        Set.of(MarketStream.BBO, MarketStream.TRADES, MarketStream.L2_BOOK),
                        LiveIngress.impatient(PATIENT_MS, Map.of()),
                        LIMIT)) {
            ingress.until("all frames", 20_000, () -> ingress.marketFrames().size() >= recorded.size());

            assertSame(recorded, ingress.marketFrames(), ingress);
            assertSame(ingress.decodedFromFile(folder), ingress.record.marketData, ingress);
            assertEquals(0, ingress.agent.refused());
        }
    }

    private static LiveIngress live(
            final VenueServer server,
            final Set<MarketStream> streams,
            final long pongTimeoutMs,
            final Map<MarketStream, Long> silence) {
        return new LiveIngress(
                server.address(), List.of(COIN), streams, LiveIngress.impatient(pongTimeoutMs, silence), LIMIT);
    }

    private static void die(final VenueClient client, final int how) {
        switch (how) {
            case 0 -> client.fin();
            case 1 -> client.closeFrame(1000, "Expired");
            case 2 -> client.reset();
            case 3 -> client.fallSilent();
            case 4 -> client.sendOther("x".repeat(2 * LIMIT));
            default -> client.closeFrame(1011, "");
        }
    }

    private static void keepSending(final VenueClient client, final String frozen, final SentFrames source) {
        if (client.isOpen()) {
            client.send(frozen == null ? source.book(false) : frozen);
            client.after(20, () -> keepSending(client, frozen, source));
        }
    }

    private static List<String> sent(final VenueServer server, final boolean fast) {
        final List<String> sent = new ArrayList<>();
        server.clients().stream()
                .filter(client -> client.isFast() == fast)
                .forEach(client -> sent.addAll(client.sent()));
        return sent;
    }

    private static List<String> onConnection(final LiveIngress ingress, final boolean fast) {
        return ingress.marketFrames().stream()
                .filter(frame -> frame.contains("\"fast\":true") == fast)
                .toList();
    }

    /** Of every client a prefix of what was sent to it arrived, client after client; all of it unless it was reset. */
    private static void assertDeliveredOnceInOrder(final VenueServer server, final LiveIngress ingress) {
        for (final boolean fast : new boolean[] {false, true}) {
            final List<String> arrived = new ArrayList<>(onConnection(ingress, fast));
            int at = 0;
            int complete = 0;
            for (final VenueClient client : server.clients()) {
                if (client.isFast() != fast) {
                    continue;
                }
                int taken = 0;
                while (taken < client.sent().size()
                        && at < arrived.size()
                        && arrived.get(at).equals(client.sent().get(taken))) {
                    taken++;
                    at++;
                }
                complete += taken == client.sent().size() ? 1 : 0;
            }
            assertEquals(arrived.size(), at, "frames in another order, or twice");
            assertTrue(complete >= 4, complete + " clients had all their frames delivered");
        }
    }

    private static void assertSame(final List<String> expected, final List<String> actual, final LiveIngress ingress) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            assertEquals(expected.get(i), actual.get(i), "element " + i + "; notes: " + ingress.notes);
        }
        assertEquals(expected.size(), actual.size(), ingress.notes::toString);
    }

    private static long connects(final LiveIngress ingress) {
        return ingress.agent.sessions().stream()
                .mapToLong(session -> session.connects())
                .sum();
    }

    private static long closed(final LiveIngress ingress) {
        return ingress.record.count(0, ConnectionStatus.CLOSED) + ingress.record.count(1, ConnectionStatus.CLOSED);
    }

    private static void assertIncreasing(final List<Long> times) {
        for (int i = 1; i < times.size(); i++) {
            final int at = i;
            assertTrue(times.get(i) >= times.get(i - 1), () -> "event time runs backwards at " + at);
        }
    }
}
