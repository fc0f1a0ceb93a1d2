package io.halfspread.gateway.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.gateway.frames.SharedData;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.InfoServer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountIngressTest {
    private static final long T = 1_790_000_000_000L;

    @Test
    void shouldBeReadyOnlyWhenTheAccountIsInTheRing() {
        try (AccountRig rig = new AccountRig(List.of("HYPE", "BTC"))) {
            rig.http.on("clearinghouseState", AccountRig.state(-1.5, T)).on("openOrders", orders(1, 7));

            rig.untilReady(1);

            assertEquals(
                    List.of(
                            "CONNECTING",
                            "OPEN",
                            "RESYNCING",
                            "RESYNCING",
                            "account 0 last 0:-150000000 1:0 #7",
                            "READY"),
                    rig.events);
            assertEquals(0, rig.http.count("userFillsByTime"), "the first state needs no fills");
            assertEquals(
                    "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"userFills\",\"user\":\""
                            + AccountRig.ACCOUNT.toLowerCase(Locale.ROOT) + "\"}}",
                    rig.client().received().get(1));
            rig.until("idle", rig.desk::isIdle);
        }
    }

    @Test
    void shouldSplitALargeAccountIntoNumberedParts() {
        try (AccountRig rig = new AccountRig(List.of("HYPE"))) {
            rig.http.on("openOrders", orders(60, 100));

            rig.untilReady(1);

            final List<String> parts = rig.events.stream()
                    .filter(event -> event.startsWith("account"))
                    .toList();
            assertEquals(3, parts.size());
            assertTrue(parts.get(0).startsWith("account 0 0:0 #100 "), parts::toString);
            assertTrue(parts.get(2).startsWith("account 2 last #"), parts::toString);
            assertEquals(
                    60, String.join(" ", parts).chars().filter(c -> c == '#').count());
        }
    }

    @Test
    void shouldAskForFillsSinceTheLastAnswerEvenWhenTheStreamTold() {
        try (AccountRig rig = new AccountRig(List.of("HYPE"))) {
            rig.http.on("clearinghouseState", AccountRig.state(0, T)).on("userFillsByTime", "[" + fill(2, T + 9) + "]");
            rig.untilReady(1);
            rig.client().sendOther(fills(false, fill(1, T + 5)));
            rig.until("the fill", () -> rig.count("fill 1") == 1);

            rig.client().reset();
            rig.untilReady(2);

            assertTrue(
                    rig.http.received().stream()
                            .anyMatch(body -> body.endsWith(",\"startTime\":" + (T - 10_000) + "}")),
                    () -> rig.http.received().toString());
            assertEquals(
                    List.of("OPEN", "RESYNCING", "RESYNCING", "old fill 2", "account 0 last 0:0", "READY"),
                    rig.since("OPEN"));
            assertEquals(0, rig.http.count("userFunding"), "no hour has passed");
        }
    }

    @Test
    void shouldAskPageByPageForTheFillsOfALongGap() {
        final int missed = 9_000;
        final int together = 7;
        try (AccountRig rig = new AccountRig(List.of("HYPE"))) {
            rig.http.on("clearinghouseState", AccountRig.state(0, T)).on("userFillsByTime", query -> {
                final long startMs = Long.parseLong(query.member("startTime").text());
                return new InfoServer.Reply(
                        200,
                        IntStream.range(0, missed)
                                .filter(i -> T + 1 + i / together >= startMs)
                                .limit(InfoClient.FILLS_PER_ANSWER)
                                .mapToObj(i -> fill(i, T + 1 + i / together))
                                .collect(Collectors.joining(",", "[", "]")));
            });
            rig.untilReady(1);

            rig.client().reset();
            rig.untilReady(2);

            final List<String> since = rig.since("OPEN");
            assertEquals(5, rig.http.count("userFillsByTime"));
            assertEquals(
                    missed,
                    since.stream()
                            .filter(event -> event.startsWith("old fill "))
                            .distinct()
                            .count());
            assertEquals(List.of("account 0 last 0:0", "READY"), since.subList(since.size() - 2, since.size()));
        }
    }

    @Test
    void shouldAskForFundingOnlyWhenAnHourHasPassed() {
        final AtomicInteger states = new AtomicInteger();
        try (AccountRig rig = new AccountRig(List.of("HYPE"))) {
            rig.http
                    .on(
                            "clearinghouseState",
                            query -> new InfoServer.Reply(
                                    200, AccountRig.state(0, T + 3_600_000L * states.getAndIncrement())))
                    .on("userFillsByTime", "[]")
                    .on(
                            "userFunding",
                            "[{\"time\":" + (T + 1) + ",\"delta\":{\"coin\":\"HYPE\",\"usdc\":\"-0.5\",\"szi\":\"1\","
                                    + "\"fundingRate\":\"0.0000125\"}}]");
            rig.untilReady(1);

            rig.client().reset();
            rig.untilReady(2);

            assertEquals(1, rig.http.count("userFunding"));
            assertTrue(rig.since("OPEN").contains("funding -50000000"));
        }
    }

    @Test
    void shouldStayUnreadyAndAskAgainWhileTheVenueFails() {
        final AtomicInteger asked = new AtomicInteger();
        try (AccountRig rig = new AccountRig(List.of("HYPE"))) {
            rig.http.on(
                    "openOrders",
                    query -> asked.incrementAndGet() < 3
                            ? new InfoServer.Reply(500, "null")
                            : new InfoServer.Reply(200, "[]"));

            rig.untilReady(1);

            assertEquals(3, asked.get());
            assertEquals(
                    2,
                    rig.notes.stream()
                            .filter(note -> note.startsWith("account not known yet, asked again in "))
                            .count(),
                    rig.notes::toString);
            assertEquals("account 0 last 0:0", rig.events.get(rig.events.size() - 2));
        }
    }

    @Test
    void shouldGoOnWithoutQueriesThatTheVenueDoesNotKnow() {
        try (AccountRig rig = new AccountRig(List.of("HYPE"))) {
            rig.untilReady(1);
            rig.client().reset();
            rig.untilReady(2);
            rig.client().reset();
            rig.untilReady(3);

            assertEquals(1, rig.http.count("userFillsByTime"), "what the venue refused is not asked again");
        }
    }

    @Test
    void shouldReviewTheAccountWithoutTakingTheLeaveToQuote() {
        try (AccountRig rig = new AccountRig(List.of("HYPE"), 20_000_000L)) {
            rig.http.on("clearinghouseState", AccountRig.state(0, T)).on("userFillsByTime", "[" + fill(2, T + 9) + "]");
            rig.untilReady(1);

            rig.until("two reviews", () -> rig.count("account 0 last 0:0") >= 3);

            assertEquals(1, rig.count("READY"));
            assertEquals(
                    List.of("READY", "RESYNCING without orders", "old fill 2", "account 0 last 0:0"),
                    rig.since("READY").subList(0, 4));
        }
    }

    @Test
    void shouldReviewAgainWhenTheVenueFailed() {
        final AtomicInteger asked = new AtomicInteger();
        try (AccountRig rig = new AccountRig(List.of("HYPE"), 20_000_000L)) {
            rig.http.on(
                    "openOrders",
                    query -> asked.incrementAndGet() == 2
                            ? new InfoServer.Reply(503, "null")
                            : new InfoServer.Reply(200, "[]"));
            rig.untilReady(1);

            rig.until("the next review", () -> rig.count("account 0 last 0:0") >= 2);

            assertEquals(1, rig.count("READY"));
            assertEquals(1, rig.count("CLOSED") + rig.notes.size(), rig.notes::toString);
            assertTrue(rig.notes.get(0).startsWith("account not reviewed: "), rig.notes::toString);
        }
    }

    @Test
    void shouldWaitUntilTheFateOfEveryActionIsKnown() {
        try (AccountRig rig = new AccountRig(List.of("HYPE"))) {
            rig.clear = false;
            rig.until("subscribed", () -> rig.count("RESYNCING") == 1);
            for (int i = 0; i < 1000; i++) {
                rig.agent.doWork();
            }
            assertEquals(List.of(), rig.http.received());
            assertFalse(rig.desk.isIdle());

            rig.clear = true;
            rig.untilReady(1);

            assertEquals(2, rig.http.received().size());
        }
    }

    @Test
    void shouldAskAnewWhenTheConnectionThatCarriesOrdersWasLost() {
        try (AccountRig rig = new AccountRig(List.of("HYPE"))) {
            rig.untilReady(1);

            rig.losses = 1;
            rig.untilReady(2);

            assertEquals(
                    List.of("READY", "RESYNCING", "RESYNCING", "account 0 last 0:0", "READY"),
                    rig.events.subList(rig.events.indexOf("READY"), rig.events.size()));
            assertEquals(0, rig.count("CLOSED"));
        }
    }

    @Test
    void shouldCountFillsOfOneChannelAndTellOfFundingAndNotices() {
        try (AccountRig rig = new AccountRig(List.of("HYPE"))) {
            rig.untilReady(1);
            rig.client().sendOther("{\"channel\":\"user\",\"data\":{\"fills\":[" + fill(1, T + 5) + "]}}");
            rig.client().sendOther(fills(true, fill(1, T + 5)));
            rig.client().sendOther(fills(false, fill(2, T + 6)));
            rig.client()
                    .sendOther("{\"channel\":\"user\",\"data\":{\"funding\":{\"time\":" + T
                            + ",\"coin\":\"HYPE\",\"usdc\":\"0.25\",\"szi\":\"-1\",\"fundingRate\":\"0.00001\"}}}");
            rig.client()
                    .sendOther("{\"channel\":\"user\",\"data\":{\"nonUserCancel\":[{\"coin\":\"HYPE\",\"oid\":5}]}}");

            rig.until("the notice", () -> !rig.notes.isEmpty());

            assertEquals(List.of("READY", "old fill 1", "fill 2", "funding 25000000"), rig.since("READY"));
            assertEquals(List.of("the venue cancelled an order of the account by itself"), rig.notes);
        }
    }

    @Test
    void shouldTakeEveryRecordedFrameOfAnAccount() throws Exception {
        final List<String> frames = new ArrayList<>();
        final List<String> coins = new ArrayList<>();
        for (final String name : List.of("orderUpdates", "user", "userFills", "userFundings")) {
            frames.addAll(Files.readAllLines(SharedData.require("data/frames/" + name + ".jsonl")));
        }
        for (final String frame : frames) {
            Pattern.compile("\"coin\":\"([^\"]+)\"")
                    .matcher(frame)
                    .results()
                    .map(found -> found.group(1))
                    .filter(coin -> !coins.contains(coin))
                    .forEach(coins::add);
        }
        try (AccountRig rig = new AccountRig(coins)) {
            rig.untilReady(1);
            for (final String frame : frames) {
                rig.client().sendOther(frame);
            }
            rig.client()
                    .sendOther("{\"channel\":\"user\",\"data\":{\"funding\":{\"time\":" + T + ",\"coin\":\""
                            + coins.get(0) + "\",\"usdc\":\"77.0\",\"szi\":\"-1\",\"fundingRate\":\"0.00001\"}}}");

            rig.until("the last frame", () -> rig.count("funding 7700000000") == 1);

            assertEquals(0, rig.agent.refused());
            assertEquals(0, rig.agent.unknownCoins());
            final long fills = frames.stream()
                    .filter(frame -> frame.startsWith("{\"channel\":\"userFills\""))
                    .flatMap(frame -> Pattern.compile("\"tid\"").matcher(frame).results())
                    .count();
            assertEquals(
                    fills,
                    rig.events.stream().filter(event -> event.contains("fill ")).count());
            assertTrue(rig.events.stream().anyMatch(event -> event.startsWith("order ")));
        }
    }

    private static String orders(final int count, final int firstOid) {
        final List<String> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add("{\"coin\":\"HYPE\",\"side\":\"A\",\"limitPx\":\"41.5\",\"sz\":\"0.3\",\"oid\":" + (firstOid + i)
                    + ",\"timestamp\":" + T + ",\"origSz\":\"0.3\"}");
        }
        return "[" + String.join(",", orders) + "]";
    }

    private static String fills(final boolean snapshot, final String fill) {
        return "{\"channel\":\"userFills\",\"data\":{" + (snapshot ? "\"isSnapshot\":true," : "")
                + "\"user\":\"0x7\",\"fills\":[" + fill + "]}}";
    }

    private static String fill(final long tid, final long timeMs) {
        return "{\"coin\":\"HYPE\",\"px\":\"40.5\",\"sz\":\"0.1\",\"side\":\"B\",\"time\":" + timeMs
                + ",\"startPosition\":\"0.0\",\"dir\":\"Open Long\",\"closedPnl\":\"0.0\",\"hash\":\"0x0\",\"oid\":77,"
                + "\"crossed\":false,\"fee\":\"0.001\",\"tid\":" + tid + ",\"feeToken\":\"USDC\",\"twapId\":null}";
    }
}
