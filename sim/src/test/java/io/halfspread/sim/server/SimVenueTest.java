package io.halfspread.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.sim.wire.TestKey;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SimVenueTest {
    private static final TestKey MAKER = new TestKey(11);
    private static final TestKey TAKER = new TestKey(12);
    private static final TestKey STRANGER = new TestKey(13);
    private static final TestKey AGENT = new TestKey(14);

    private SimVenue venue;
    private TestClient client;
    private long nonce = System.currentTimeMillis();

    @BeforeEach
    void start() {
        venue = SimVenue.start(VenueConfig.builder()
                .blockMs(0)
                .account(MAKER.address(), 10_000 * Decimal8.ONE)
                .account(TAKER.address(), 10_000 * Decimal8.ONE)
                .withoutFlow()
                .build());
        client = new TestClient(venue.port());
    }

    @AfterEach
    void stop() {
        client.close();
        venue.close();
    }

    @Test
    void shouldAnswerQueriesWithHeadersOfTheVenue() throws Exception {
        final HttpResponse<String> answer = client.post("/info", "{\"type\":\"meta\"}");

        assertEquals(200, answer.statusCode());
        assertEquals(
                "application/json", answer.headers().firstValue("content-type").orElse(""));
        assertEquals(
                "*", answer.headers().firstValue("access-control-allow-origin").orElse(""));
        assertEquals("HYPE", Json.parse(answer.body()).at("/universe/0/name").asText());
    }

    @Test
    void shouldRefuseWhatDoesNotParse() throws Exception {
        assertEquals(422, client.post("/info", "{\"type\":\"noSuchType\"}").statusCode());
        assertEquals(422, client.post("/info", "{\"type\":\"openOrders\"}").statusCode());
        assertEquals(400, client.post("/info", "{\"type\":").statusCode());
        assertEquals(
                422,
                client.post("/exchange", "{\"action\":{\"type\":\"dummy\"}}").statusCode());
        assertEquals(
                422,
                client.post(
                                "/exchange",
                                "{\"action\":{\"type\":\"usdSend\",\"hyperliquidChain\":\"Testnet\",\"signatureChainId\":\"1x66eee\","
                                        + "\"destination\":\"0x00000000000000000000000000000000000000aa\",\"amount\":\"1\",\"time\":1},"
                                        + "\"nonce\":1,\"signature\":{\"r\":\"0x1\",\"s\":\"0x1\",\"v\":27}}")
                        .statusCode());
        assertEquals(
                "null",
                client.post("/info", "{\"type\":\"recentTrades\",\"coin\":\"X\"}")
                        .body());
    }

    @Test
    void shouldMatchOrdersAndTellBothSides() throws Exception {
        client.connect();
        client.subscribe("{\"type\":\"orderUpdates\",\"user\":\"" + MAKER.address() + "\"}");
        client.subscribe("{\"type\":\"userFills\",\"user\":\"" + MAKER.address() + "\"}");
        client.subscribe("{\"type\":\"trades\",\"coin\":\"HYPE\"}");
        assertTrue(client.await("userFills").path("isSnapshot").asBoolean());

        final JsonNode resting = act(MAKER, order(true, "40", "1", "Alo"));
        final JsonNode filled = act(TAKER, order(false, "40", "1", "Ioc"));

        assertTrue(resting.at("/response/data/statuses/0/resting/oid").asLong() > 0, resting::toString);
        assertEquals(
                "1.0", filled.at("/response/data/statuses/0/filled/totalSz").asText(), filled::toString);
        assertEquals("open", client.await("orderUpdates").at("/0/status").asText());
        assertEquals("filled", client.await("orderUpdates").at("/0/status").asText());
        assertEquals("40.0", client.await("userFills").at("/fills/0/px").asText());
        assertEquals("A", client.await("trades").at("/0/side").asText());
        final JsonNode state = client.info("{\"type\":\"clearinghouseState\",\"user\":\"" + MAKER.address() + "\"}");
        assertEquals("1.0", state.at("/assetPositions/0/position/szi").asText(), state::toString);
    }

    @Test
    void shouldNameTheRecoveredSignerWhenNobodyKnowsIt() throws Exception {
        final JsonNode answer = client.exchange(STRANGER.request("{\"type\":\"noop\"}", nonce++));

        assertEquals(
                "User or API Wallet " + STRANGER.address() + " does not exist.",
                answer.path("response").asText());
    }

    @Test
    void shouldTakeNumbersInAnyFormButHashTheNormalOne() throws Exception {
        final String normal = order(true, "39", "1", "Alo");
        final JsonNode body =
                Json.parse(MAKER.request(normal, nonce++).toString().replace("\"p\":\"39\"", "\"p\":\"39.0\""));
        final JsonNode wrong = MAKER.request(normal.replace("\"p\":\"39\"", "\"p\":\"39.0\""), nonce++);

        assertEquals("ok", client.exchange(body).path("status").asText());
        assertTrue(client.exchange(wrong).path("response").asText().endsWith("does not exist."));
    }

    @Test
    void shouldTakeEachNonceOnce() throws Exception {
        final JsonNode body = MAKER.request("{\"type\":\"noop\"}", nonce);

        assertEquals("ok", client.exchange(body).path("status").asText());
        assertEquals(
                "Invalid nonce: duplicate nonce " + nonce,
                client.exchange(body).path("response").asText());
        assertEquals(
                "err",
                client.exchange(MAKER.request("{\"type\":\"noop\"}", nonce - 3L * 24 * 3600 * 1000))
                        .path("status")
                        .asText());
    }

    @Test
    void shouldLetApprovedAgentsTrade() throws Exception {
        final String approval = "{\"type\":\"approveAgent\",\"signatureChainId\":\"0x66eee\",\"hyperliquidChain\":"
                + "\"Testnet\",\"agentAddress\":\"" + AGENT.address() + "\",\"agentName\":\"mm\",\"nonce\":" + nonce
                + "}";

        assertEquals(
                "ok",
                client.exchange(MAKER.request(approval, nonce++)).path("status").asText());
        assertEquals("ok", act(AGENT, "{\"type\":\"noop\"}").path("status").asText());
        final JsonNode role = client.info("{\"type\":\"userRole\",\"user\":\"" + AGENT.address() + "\"}");
        assertEquals(MAKER.address(), role.at("/data/user").asText());
    }

    @Test
    void shouldRefuseVaultsThatAreNotTheSigners() throws Exception {
        final String vault = "0x" + "ab".repeat(20);

        assertEquals(
                "Vault not registered: " + vault,
                client.exchange(MAKER.request("{\"type\":\"noop\"}", nonce++, vault, null, "b"))
                        .path("response")
                        .asText());
    }

    @Test
    void shouldAnswerPostsByTheirNumber() throws Exception {
        client.connect();
        client.send("{\"method\":\"post\",\"id\":7,\"request\":{\"type\":\"info\",\"payload\":{\"type\":\"l2Book\","
                + "\"coin\":\"NONE\"}}}");
        final JsonNode query = client.await("post");
        client.send("{\"method\":\"post\",\"id\":8,\"request\":{\"type\":\"action\",\"payload\":"
                + MAKER.request("{\"type\":\"noop\"}", nonce++) + "}}");
        final JsonNode action = client.await("post");

        assertEquals(7, query.path("id").asInt());
        assertTrue(query.at("/response/payload/data").isNull());
        assertEquals("ok", action.at("/response/payload/status").asText());
    }

    @Test
    void shouldAcknowledgeWithDefaultsBeforeData() throws Exception {
        client.connect();
        client.subscribe("{\"type\":\"l2Book\",\"coin\":\"HYPE\"}");

        assertEquals(
                "{\"channel\":\"subscriptionResponse\",\"data\":{\"method\":\"subscribe\",\"subscription\":{\"type\":"
                        + "\"l2Book\",\"coin\":\"HYPE\",\"nSigFigs\":null,\"mantissa\":null,\"fast\":false}}}",
                client.awaitAny().toString());
        assertEquals("l2Book", client.awaitAny().path("channel").asText());
        client.subscribe("{\"type\":\"l2Book\",\"coin\":\"HYPE\"}");
        assertTrue(client.await(frame -> frame.path("channel").asText().equals("error"))
                .path("data")
                .asText()
                .startsWith("Already subscribed: {"));
    }

    @Test
    void shouldEchoWhatItCannotRead() throws Exception {
        client.connect();
        for (final String text : new String[] {
            "nonsense",
            "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"noSuchType\",\"coin\":\"BTC\"}}",
            "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"bbo\",\"coin\":[\"HYPE\"]}}",
            "{\"method\":\"post\",\"request\":{\"type\":\"info\",\"payload\":{\"type\":\"meta\"}}}"
        }) {
            client.send(text);
            assertEquals(
                    "Error parsing JSON into valid websocket request: " + text,
                    client.awaitAny().path("data").asText());
        }
    }

    @Test
    void shouldHangUpOnUnknownCoins() throws Exception {
        client.connect();
        client.subscribe("{\"type\":\"bbo\",\"coin\":\"hype\"}");

        assertEquals("abrupt", client.awaitEnd().replace("close 1006", "abrupt"));
    }

    @Test
    void shouldAnswerBothKindsOfPing() throws Exception {
        client.connect();
        client.ping();
        client.send("{\"method\":\"ping\"}");

        assertEquals("{\"channel\":\"pong\"}", client.awaitAny().toString());
    }

    @Test
    void shouldDropConnectionsOnDemand() throws Exception {
        client.connect();
        awaitSockets(1);

        assertTrue(venue.dropOneConnection());
        assertEquals("abrupt", client.awaitEnd().replace("close 1006", "abrupt"));
        awaitSockets(0);
        assertFalse(venue.dropOneConnection());
    }

    /** The client may know of a connection or its end before the venue has counted it. */
    private void awaitSockets(final int count) {
        while (venue.openSockets() != count) {
            Thread.onSpinWait();
        }
    }

    private JsonNode act(final TestKey key, final String action) throws Exception {
        return client.exchange(key.request(action, nonce++));
    }

    private static String order(final boolean buy, final String px, final String sz, final String tif) {
        return "{\"type\":\"order\",\"orders\":[{\"a\":0,\"b\":" + buy + ",\"p\":\"" + px + "\",\"s\":\"" + sz
                + "\",\"r\":false,\"t\":{\"limit\":{\"tif\":\"" + tif + "\"}}}],\"grouping\":\"na\"}";
    }
}
