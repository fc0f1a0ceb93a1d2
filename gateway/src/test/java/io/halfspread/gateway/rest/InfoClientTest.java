package io.halfspread.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.Side;
import io.halfspread.gateway.order.OrderReport;
import io.halfspread.gateway.rest.VenueQueryException.Fault;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InfoClientTest {
    private static final String USER = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
    private static final String ORDER = "{\"coin\":\"BTC\",\"side\":\"B\",\"limitPx\":\"84100.0\",\"sz\":\"0.01\","
            + "\"oid\":505880037215,\"timestamp\":1790232236690,\"origSz\":\"0.02\","
            + "\"cloid\":\"0x0123456789abcdef0000000000000001\"}";

    private final InfoServer server = new InfoServer();
    private final InfoClient info = server.info();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldResolveCoinsByNameWithTheirPlaceInTheList() throws Exception {
        server.on(
                "meta",
                "{\"universe\":[{\"name\":\"BTC\",\"szDecimals\":5,\"maxLeverage\":40},"
                        + "{\"name\":\"OLD\",\"szDecimals\":1,\"maxLeverage\":3,\"isDelisted\":true},"
                        + "{\"name\":\"kPEPE\",\"szDecimals\":0,\"maxLeverage\":10}],\"marginTables\":[]}");

        final VenueMeta meta = info.meta();

        assertEquals(new AssetMeta("kPEPE", 2, 0, 10, false), meta.require("kPEPE"));
        assertEquals(
                "coin 'kpepe': the venue has no such perpetual; did you mean 'kPEPE'?",
                assertThrows(IllegalArgumentException.class, () -> meta.require("kpepe"))
                        .getMessage());
        assertEquals(
                "coin 'OLD': the venue has delisted it",
                assertThrows(IllegalArgumentException.class, () -> meta.require("OLD"))
                        .getMessage());
    }

    @Test
    void shouldReadAnAccount() throws Exception {
        server.on(
                        "clearinghouseState",
                        "{\"marginSummary\":{\"accountValue\":\"10012.3100000004\",\"totalRawUsd\":\"9675.74\"},\"withdrawable\":\"9995.48\","
                                + "\"assetPositions\":[{\"type\":\"oneWay\",\"position\":{\"coin\":\"BTC\","
                                + "\"szi\":\"-0.004\",\"entryPx\":\"84143.0\",\"positionValue\":\"336.57\"}}],"
                                + "\"time\":1790232236546}")
                .on("openOrders", "[" + ORDER + "]");

        assertEquals(
                new AccountState(
                        1_790_232_236_546_000_000L,
                        1_001_231_000_000L,
                        999_548_000_000L,
                        967_574_000_000L,
                        List.of(new AccountPosition("BTC", -400_000L, 8_414_300_000_000L, 33_657_000_000L))),
                info.clearinghouseState(USER));
        assertEquals(
                List.of(new RestingOrder(
                        "BTC",
                        Side.BID,
                        8_410_000_000_000L,
                        1_000_000L,
                        2_000_000L,
                        505_880_037_215L,
                        0x0123456789abcdefL,
                        1,
                        1_790_232_236_690_000_000L,
                        false)),
                info.openOrders(USER));
        assertEquals(
                "{\"type\":\"openOrders\",\"user\":\"" + USER + "\"}",
                server.received().get(1));
    }

    @Test
    void shouldAskForOrdersByEitherId() throws Exception {
        server.on(
                "orderStatus",
                query -> query.member("oid").text().startsWith("0x")
                        ? new InfoServer.Reply(
                                200,
                                "{\"status\":\"order\",\"order\":{\"order\":" + ORDER
                                        + ",\"status\":\"marginCanceled\",\"statusTimestamp\":1790232240001}}")
                        : new InfoServer.Reply(200, "{\"status\":\"unknownOid\"}"));

        final OrderReport report =
                info.orderStatus(USER, 0x0123456789abcdefL, 1).orElseThrow();

        assertEquals(OrderStatus.CANCELED_BY_VENUE, report.status());
        assertEquals("marginCanceled", report.reason());
        assertEquals(1_790_232_240_001_000_000L, report.statusNs());
        assertTrue(info.orderStatus(USER, 7L).isEmpty());
        assertTrue(server.received().get(0).contains("\"oid\":\"0x0123456789abcdef0000000000000001\""));
        assertTrue(server.received().get(1).contains("\"oid\":7"));
    }

    @Test
    void shouldReadFillsFundingFeesAndAllowance() throws Exception {
        server.on(
                        "userFillsByTime",
                        "[{\"coin\":\"BTC\",\"px\":\"84143.0\",\"sz\":\"0.004\",\"side\":\"A\",\"time\":1790232237101,"
                                + "\"startPosition\":\"0.0\",\"dir\":\"Open Short\",\"closedPnl\":\"0.0\","
                                + "\"hash\":\"0x\",\"oid\":5,\"crossed\":true,\"fee\":\"0.050485\",\"tid\":9,"
                                + "\"feeToken\":\"USDC\",\"twapId\":null}]")
                .on(
                        "userFunding",
                        "[{\"time\":1790233200053,\"hash\":\"0x\",\"delta\":{\"type\":\"funding\",\"coin\":\"BTC\","
                                + "\"usdc\":\"-0.004207\",\"szi\":\"0.004\",\"fundingRate\":\"0.0000125\","
                                + "\"nSamples\":null}}]")
                .on("userFees", "{\"userCrossRate\":\"0.00045\",\"userAddRate\":\"-0.00002\"}")
                .on("userRateLimit", "{\"cumVlm\":\"357.45105\",\"nRequestsUsed\":231,\"nRequestsCap\":10357}");

        final AccountFill fill = info.userFillsByTime(USER, 17).get(0);
        assertEquals(Side.ASK, fill.side());
        assertTrue(fill.crossed());
        assertEquals(0, fill.cloidHigh() | fill.cloidLow());
        assertEquals(5_048_500L, fill.fee());
        assertTrue(server.received().get(0).endsWith(",\"startTime\":17}"));
        assertEquals(
                List.of(new AccountFunding("BTC", 1_790_233_200_053_000_000L, -420_700L, 400_000L, 12_500_000L)),
                info.userFunding(USER, 0));
        assertEquals(new FeeRates(-20_000_000L, 450_000_000L), info.userFees(USER));
        assertEquals(new RequestAllowance(231, 10_357, 35_745_105_000L), info.userRateLimit(USER));
    }

    @Test
    void shouldReadRolesAgentsAndBooks() throws Exception {
        server.on("userRole", "{\"role\":\"agent\",\"data\":{\"user\":\"0xABC\"}}")
                .on("extraAgents", "[{\"name\":\"mm1\",\"address\":\"0xDEF\",\"validUntil\":1797000000000}]")
                .on("l2Book", "{\"coin\":\"BTC\",\"time\":5,\"levels\":[[{\"px\":\"1.5\",\"sz\":\"2\",\"n\":1}],[]]}");

        assertEquals(new UserRole(UserRole.Kind.AGENT, "0xabc"), info.userRole(USER));
        assertEquals(List.of(new AgentApproval("mm1", "0xdef", 1_797_000_000_000L)), info.extraAgents(USER));
        final VenueBook book = info.l2Book("BTC");
        assertEquals(List.of(new VenueBook.Level(150_000_000L, 200_000_000L)), book.bids());
        assertTrue(book.asks().isEmpty());
    }

    @Test
    void shouldSayWhatIsWrongWithAnAnswer() {
        server.on("meta", "{\"universe\":[{\"name\":7}]}")
                .on("openOrders", "[{")
                .on("userFees", query -> new InfoServer.Reply(429, "slow down"))
                .on("userFills", query -> new InfoServer.Reply(500, "null"));

        assertEquals(Fault.UNREADABLE, fault(info::meta));
        assertEquals(Fault.UNREADABLE, fault(() -> info.openOrders(USER)));
        assertEquals(Fault.RATE_LIMITED, fault(() -> info.userFees(USER)));
        assertEquals(Fault.VENUE_FAILED, fault(() -> info.userFills(USER)));
        assertEquals(Fault.REFUSED, fault(() -> info.extraAgents(USER)));
        assertEquals(
                "meta: answer not understood: 'name' is 7, not a text: {\"universe\":[{\"name\":7}]}",
                assertThrows(VenueQueryException.class, info::meta).getMessage());
        assertEquals(1, server.count("userFees"), "a refusal is not asked again");
    }

    @Test
    void shouldAskOnceMoreWhenTheConnectionBreaks() throws Exception {
        final AtomicInteger asked = new AtomicInteger();
        server.on(
                "userRole",
                query -> asked.incrementAndGet() == 1
                        ? new InfoServer.Reply(0, "")
                        : new InfoServer.Reply(200, "{\"role\":\"user\"}"));

        assertEquals(UserRole.Kind.USER, info.userRole(USER).kind());
        assertEquals(2, asked.get());

        server.on("userRole", query -> {
            asked.incrementAndGet();
            return new InfoServer.Reply(0, "");
        });
        assertEquals(Fault.NO_ANSWER, fault(() -> info.userRole(USER)));
        assertEquals(4, asked.get());
    }

    @Test
    void shouldTellUnreachableFromUnanswered() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            final RestTimings impatient =
                    new RestTimings(Duration.ofSeconds(2), Duration.ofMillis(50), Duration.ofMillis(1));
            final ExchangeClient toSilent = new ExchangeClient(
                    new VenueHttp("http://127.0.0.1:" + silent.getLocalPort(), impatient), WeightBudget.unlimited());
            final VenueQueryException unanswered =
                    assertThrows(VenueQueryException.class, () -> toSilent.post(new byte[2]));
            assertEquals(Fault.NO_ANSWER, unanswered.fault());
            assertTrue(unanswered.isOutcomeUnknown());
        }
        server.close();

        final VenueQueryException unreachable = assertThrows(
                VenueQueryException.class,
                () -> new ExchangeClient(server.http(), WeightBudget.unlimited()).post(new byte[2]));

        assertEquals(Fault.UNREACHABLE, unreachable.fault());
        assertFalse(unreachable.isOutcomeUnknown());
    }

    @Test
    void shouldStayInsideTheWeightOfTheVenue() throws Exception {
        final AtomicLong nowNs = new AtomicLong();
        final WeightBudget budget = new WeightBudget(WeightBudget.VENUE_PER_MINUTE, nowNs::get);
        final InfoClient bounded = new InfoClient(
                new VenueHttp(
                        server.url(), new RestTimings(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ZERO)),
                budget);
        server.on("userRole", "{\"role\":\"user\"}").on("userFills", "[]");

        for (int i = 0; i < 10; i++) {
            bounded.userRole(USER);
        }
        assertEquals(Fault.RATE_LIMITED, fault(() -> bounded.userFills(USER)));

        nowNs.addAndGet(Duration.ofSeconds(2).toNanos());
        assertEquals(List.of(), bounded.userFills(USER));
        budget.charge(1000);
        nowNs.addAndGet(Duration.ofSeconds(60).toNanos());
        assertEquals(Fault.RATE_LIMITED, fault(() -> bounded.userFills(USER)), "what was overdrawn is paid back first");
        assertEquals(11, server.received().size());
    }

    @Test
    void shouldRefuseAnAddressItCannotUse() {
        final IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new VenueHttp("ftp://venue", RestTimings.ofVenue()));

        assertTrue(refused.getMessage().contains("accepted: http://HOST[:PORT]"), refused.getMessage());
    }

    private static Fault fault(final org.junit.jupiter.api.function.Executable query) {
        return assertThrows(VenueQueryException.class, query).fault();
    }
}
