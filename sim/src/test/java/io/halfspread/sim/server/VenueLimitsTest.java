package io.halfspread.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.sim.wire.TestKey;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each limit of the venue's servers at the limit, above it, and after its time. */
@Timeout(60)
final class VenueLimitsTest {
    private static final TestKey MAKER = new TestKey(21);
    private static final long MINUTE_MS = 60_000;
    private static final int BLOCK_MS = 1000;

    private final List<TestClient> clients = new ArrayList<>();
    private VirtualTimeVenue venue;
    private long nonce = VirtualTimeVenue.START_MS;

    @AfterEach
    void stop() throws Exception {
        clients.forEach(TestClient::close);
        venue.close();
    }

    @Test
    void shouldRefuseWeightAbove1200InAnyMinute() throws Exception {
        final TestClient client = start(config());
        for (int i = 0; i < 19; i++) {
            assertEquals(200, info(client, "userRole", "\"user\":\"" + MAKER.address() + "\""));
        }
        venue.advance(30_000);
        assertEquals(200, info(client, "meta", "\"dex\":\"\""));
        assertEquals(200, info(client, "openOrders", "\"user\":\"" + MAKER.address() + "\""));
        for (int i = 0; i < 9; i++) {
            assertEquals(200, info(client, "l2Book", "\"coin\":\"HYPE\""));
        }
        assertEquals(429, info(client, "meta", "\"dex\":\"\""));
        assertEquals(200, cancels(client, 79));
        assertEquals(429, cancels(client, 1));

        venue.advance(MINUTE_MS - 30_000 - 1);
        assertEquals(429, cancels(client, 1));
        venue.advance(1);
        assertEquals(200, cancels(client, 1));
    }

    @Test
    void shouldServeAnyWeightWithoutTheRule() throws Exception {
        final TestClient client = start(config().without(VenueRule.REQUEST_WEIGHT));
        for (int i = 0; i < 25; i++) {
            assertEquals(200, info(client, "userRole", "\"user\":\"" + MAKER.address() + "\""));
        }
    }

    @Test
    void shouldTakeTenConnectionsOfOneAddress() throws Exception {
        start(config());
        for (int i = 0; i < 10; i++) {
            client().connect();
        }
        venue.awaitSockets(10);

        assertRefused(client());
        clients.get(3).close();
        venue.awaitSockets(9);
        client().connect();
        venue.awaitSockets(10);
    }

    @Test
    void shouldTakeThirtyNewConnectionsAMinute() throws Exception {
        final TestClient client = start(config());
        for (int i = 0; i < 30; i++) {
            client.connect();
            venue.awaitSockets(1);
            client.disconnect();
            venue.awaitSockets(0);
        }

        assertRefused(client);
        venue.advance(MINUTE_MS - 1);
        assertRefused(client);
        venue.advance(1);
        client.connect();
    }

    @Test
    void shouldTakeAnyNumberOfConnectionsWithoutTheRule() throws Exception {
        start(config().without(VenueRule.SOCKET_LIMITS));
        for (int i = 0; i < 12; i++) {
            client().connect();
        }
        venue.awaitSockets(12);
    }

    @Test
    void shouldDropConnectionOnWhichNothingWasSentForAMinute() throws Exception {
        final TestClient silent = start(config());
        final TestClient pinging = client();
        silent.connect();
        pinging.connect();
        venue.awaitSockets(2);
        venue.advance(MINUTE_MS - 1);
        pinging.send("{\"method\":\"ping\"}");
        assertEquals("pong", pinging.awaitAny().path("channel").asText());
        assertEquals(2, venue.venue().openSockets());

        venue.advance(1);
        venue.awaitSockets(1);
        assertEquals("abrupt", silent.awaitEnd().replace("close 1006", "abrupt"));
        pinging.send("{\"method\":\"ping\"}");
        assertEquals("pong", pinging.awaitAny().path("channel").asText());
    }

    @Test
    void shouldTrackFifteenUsersOfOneAddress() throws Exception {
        final TestClient one = start(config());
        final TestClient other = client();
        one.connect();
        other.connect();
        for (int i = 0; i < 15; i++) {
            final TestClient client = i % 2 == 0 ? one : other;
            assertEquals("subscriptionResponse", subscribe(client, user("orderUpdates", i)));
        }

        assertEquals("Cannot track more than 15 total users.", subscribe(one, user("orderUpdates", 15)));
        assertEquals("subscriptionResponse", subscribe(one, user("userEvents", 14)));
        one.send("{\"method\":\"unsubscribe\",\"subscription\":" + user("orderUpdates", 0) + "}");
        one.await("subscriptionResponse");
        assertEquals("subscriptionResponse", subscribe(one, user("orderUpdates", 15)));
    }

    @Test
    void shouldTakeThousandSubscriptionsOfOneAddress() throws Exception {
        final VenueConfig.Builder config = config();
        IntStream.range(0, 50).forEach(i -> config.coin("COIN" + i));
        final TestClient one = start(config);
        final TestClient other = client();
        one.connect();
        other.connect();
        final List<String> wanted = new ArrayList<>();
        for (int coin = 0; coin < 50; coin++) {
            for (final CandleInterval interval : CandleInterval.values()) {
                wanted.add(
                        "{\"type\":\"candle\",\"coin\":\"COIN" + coin + "\",\"interval\":\"" + interval.text() + "\"}");
            }
            for (final String type : new String[] {"bbo", "trades", "l2Book", "activeAssetCtx"}) {
                wanted.add("{\"type\":\"" + type + "\",\"coin\":\"COIN" + coin + "\"}");
            }
            for (int figures = 2; figures <= 5; figures++) {
                wanted.add("{\"type\":\"l2Book\",\"coin\":\"COIN" + coin + "\",\"nSigFigs\":" + figures + "}");
            }
        }
        for (int i = 0; i < 1000; i++) {
            (i % 2 == 0 ? one : other).subscribe(wanted.get(i));
        }
        for (int i = 0; i < 1000; i++) {
            (i % 2 == 0 ? one : other).await("subscriptionResponse");
        }

        assertEquals("Cannot track more than 1000 total subscriptions.", subscribe(one, wanted.get(1000)));
        other.disconnect();
        venue.awaitSockets(1);
        assertEquals("subscriptionResponse", subscribe(one, wanted.get(1000)));
    }

    @Test
    void shouldHaveHundredPostsInFlight() throws Exception {
        final TestClient client = start(config());
        client.connect();
        venue.advance(1);
        for (int id = 1; id <= 101; id++) {
            client.send(post(id));
        }

        final JsonNode first = client.awaitAny();
        assertEquals("too many pending post requests id=101", first.path("data").asText(), first::toString);
        venue.advance(BLOCK_MS);
        for (int id = 1; id <= 100; id++) {
            assertEquals(id, client.await("post").path("id").asInt());
        }
        client.send(post(102));
        venue.advance(BLOCK_MS);
        assertEquals(102, client.await("post").path("id").asInt());
    }

    @Test
    void shouldTakeTwoThousandMessagesAMinute() throws Exception {
        final TestClient client = start(config());
        client.connect();
        for (int i = 0; i < 2001; i++) {
            client.send("{\"method\":\"ping\"}");
        }
        for (int i = 0; i < 2000; i++) {
            assertEquals("pong", client.awaitAny().path("channel").asText());
        }

        assertEquals("error", client.awaitAny().path("channel").asText());
        venue.advance(MINUTE_MS - 1);
        client.send("{\"method\":\"ping\"}");
        assertEquals("error", client.awaitAny().path("channel").asText());
        venue.advance(1);
        client.send("{\"method\":\"ping\"}");
        assertEquals("pong", client.awaitAny().path("channel").asText());
    }

    private static VenueConfig.Builder config() {
        return VenueConfig.builder()
                .blockMs(BLOCK_MS)
                .account(MAKER.address(), 10_000 * Decimal8.ONE)
                .withoutFlow();
    }

    private TestClient start(final VenueConfig.Builder config) {
        venue = new VirtualTimeVenue(config.build());
        return client();
    }

    private TestClient client() {
        final TestClient client = venue.client();
        clients.add(client);
        return client;
    }

    private static int info(final TestClient client, final String type, final String members) throws Exception {
        return client.post("/info", "{\"type\":\"" + type + "\"," + members + "}")
                .statusCode();
    }

    /** An action that weighs by its size and is answered at once, because nobody knows its signer. */
    private int cancels(final TestClient client, final int count) throws Exception {
        final String cancels = IntStream.range(0, count)
                .mapToObj(oid -> "{\"a\":0,\"o\":" + oid + "}")
                .collect(Collectors.joining(","));
        return client.post(
                        "/exchange",
                        new TestKey(22)
                                .request("{\"type\":\"cancel\",\"cancels\":[" + cancels + "]}", nonce++)
                                .toString())
                .statusCode();
    }

    private String post(final int id) {
        return "{\"method\":\"post\",\"id\":" + id + ",\"request\":{\"type\":\"action\",\"payload\":"
                + MAKER.request("{\"type\":\"noop\"}", nonce++) + "}}";
    }

    private static String user(final String type, final int number) {
        return "{\"type\":\"" + type + "\",\"user\":\"0x" + String.format("%040x", number + 1) + "\"}";
    }

    /** The channel of the answer, or the text of a refusal. */
    private static String subscribe(final TestClient client, final String subscription) throws Exception {
        client.subscribe(subscription);
        final JsonNode answer =
                client.await(frame -> frame.path("channel").asText().equals("error")
                        || frame.path("channel").asText().equals("subscriptionResponse"));
        return answer.path("channel").asText().equals("error")
                ? answer.path("data").asText()
                : answer.path("channel").asText();
    }

    private static void assertRefused(final TestClient client) {
        final ExecutionException refusal = assertThrows(ExecutionException.class, client::connect);
        assertEquals(
                429,
                ((WebSocketHandshakeException) refusal.getCause()).getResponse().statusCode());
    }
}
