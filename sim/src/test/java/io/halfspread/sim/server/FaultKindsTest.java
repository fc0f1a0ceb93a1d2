package io.halfspread.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.sim.faults.FaultKind;
import io.halfspread.sim.faults.FaultPlanReader;
import io.halfspread.sim.faults.InjectedFault;
import io.halfspread.sim.wire.TestKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each kind of fault alone, over a real socket: it happens as it is named, is on the list, and ends. */
@Timeout(60)
final class FaultKindsTest {
    private static final TestKey MAKER = new TestKey(31);
    private static final long START_MS = VirtualTimeVenue.START_MS;

    private VirtualTimeVenue venue;
    private TestClient client;
    private long nonce = START_MS;

    @AfterEach
    void stop() {
        client.close();
        venue.close();
    }

    @Test
    void shouldDropAMessage() throws Exception {
        start("drop chance 1 on post");
        client.send(noop(1));
        awaitFault();
        ping();

        assertEquals("pong", next());
    }

    @Test
    void shouldSendAMessageTwice() throws Exception {
        start("duplicate chance 1 on post");
        client.send(noop(1));

        assertEquals(client.awaitAny(), client.awaitAny());
        assertEquals(FaultKind.DUPLICATE, fault().kind());
    }

    @Test
    void shouldDelayAMessageAndNotThoseAfterIt() throws Exception {
        start("delay chance 1 for 500ms on post");
        client.send(noop(1));
        awaitFault();
        ping();
        assertEquals("pong", next());
        venue.advance(499);
        ping();
        assertEquals("pong", next());

        venue.advance(1);

        assertEquals("post", next());
    }

    @Test
    void shouldSwapTwoMessages() throws Exception {
        start("reorder chance 1 on post");
        client.send(noop(1));
        awaitFault();
        ping();

        assertEquals("pong", next());
        assertEquals("post", next());
    }

    @Test
    void shouldAnswerAfterTheFillsThatTheActionCaused() throws Exception {
        start("late-ack chance 1 for 700ms");
        client.subscribe("{\"type\":\"orderUpdates\",\"user\":\"" + MAKER.address() + "\"}");
        client.await("subscriptionResponse");
        client.send(post(1, order("40", "Gtc")));

        assertEquals("orderUpdates", next());
        venue.advance(700);
        assertEquals("post", next());
        assertEquals(FaultKind.LATE_ACK, fault().kind());
    }

    @Test
    void shouldSayNothingOnAChannelForAWhile() throws Exception {
        start("silence every 100s for 5s on post");
        strike();
        client.send(noop(1));
        awaitExecuted(1);
        ping();
        assertEquals("pong", next());

        venue.advance(5_000);
        client.send(noop(2));

        assertEquals(2, client.awaitAny().at("/data/id").asInt());
    }

    @Test
    void shouldLeaveAConnectionDeafAndThenEndIt() throws Exception {
        start("half-open every 100s for 5s");
        strike();
        client.send("{\"method\":\"ping\"}");
        client.send(noop(1));
        awaitExecuted(2);
        venue.advance(5_000);

        assertEquals("abrupt", client.awaitEnd().replace("close 1006", "abrupt"));
        assertTrue(client.heardNothing());
    }

    @Test
    void shouldEndAConnectionWithoutAWord() throws Exception {
        start("reset every 100s");
        strike();

        assertEquals("abrupt", client.awaitEnd().replace("close 1006", "abrupt"));
    }

    @Test
    void shouldCloseAConnectionInOrder() throws Exception {
        start("close every 100s");
        strike();

        assertEquals("close 1000", client.awaitEnd());
    }

    @Test
    void shouldAnswerTooManyRequests() throws Exception {
        start("http-429 chance 1");

        assertEquals(429, client.post("/info", "{\"type\":\"meta\"}").statusCode());
        assertEquals(429, client.post("/exchange", body(order("40", "Gtc"))).statusCode());
        assertEquals(List.of(), truth().openOrders());
    }

    @Test
    void shouldAnswerServerErrors() throws Exception {
        start("http-5xx chance 1");

        final HttpResponse<String> answer = client.post("/exchange", body(order("40", "Gtc")));

        assertTrue(Set.of(500, 502, 503).contains(answer.statusCode()), answer::toString);
        assertEquals(List.of(), truth().openOrders());
    }

    @Test
    void shouldDoWhatIsAskedAndNotAnswer() throws Exception {
        start("no-answer chance 1");

        assertThrows(IOException.class, () -> client.post("/exchange", body(order("40", "Gtc"))));
        assertEquals(1, truth().openOrders().size());
    }

    @Test
    void shouldRefuseAnActionWithTextsOfTheVenue() throws Exception {
        start("reject chance 1");

        final String order = client.post("/exchange", body(order("40", "Gtc"))).body();
        final String noop =
                client.post("/exchange", body("{\"type\":\"noop\"}")).body();

        assertTrue(order.contains("error") || order.contains("\"err\""), order);
        assertTrue(noop.contains("\"ok\""), noop);
        assertEquals(List.of(), truth().openOrders());
    }

    @Test
    void shouldNeverTellOfTheOrderThatAModifyMade() throws Exception {
        start("lost-open chance 1");
        client.subscribe("{\"type\":\"orderUpdates\",\"user\":\"" + MAKER.address() + "\"}");
        client.await("subscriptionResponse");
        final long oid = oid(client.exchange(request(order("40", "Gtc"))));
        assertEquals("open", client.await("orderUpdates").at("/0/status").asText());

        client.exchange(request(modify(oid, "39")));

        final JsonNode updates = client.await("orderUpdates");
        assertEquals(1, updates.size(), updates::toString);
        assertEquals("canceled", updates.at("/0/status").asText());
        assertEquals(39 * Decimal8.ONE, truth().openOrders().get(0).limitPx());
    }

    @Test
    void shouldFillPartOfAnOrderBeforeItIsModified() throws Exception {
        start("race chance 1");
        final long oid = oid(client.exchange(request(order("40", "Gtc"))));
        client.send(post(1, modify(oid, "39")));
        awaitFault();
        awaitFills(1);

        assertEquals(Decimal8.ONE / 2, truth().fills().get(0).sz());
        assertEquals(oid, truth().fills().get(0).oid());
    }

    @Test
    void shouldSendTheHistoryOfFillsAgain() throws Exception {
        start("snapshot-replay every 100s");
        client.subscribe("{\"type\":\"userFills\",\"user\":\"" + MAKER.address() + "\"}");
        assertTrue(client.await("userFills").path("isSnapshot").asBoolean());
        strike();

        assertTrue(client.await("userFills").path("isSnapshot").asBoolean());
    }

    @Test
    void shouldLetItsClockRunAheadUntilTheNextJump() throws Exception {
        start("clock-jump every 100s for 2s");
        strike();
        client.exchange(request("{\"type\":\"noop\"}"));

        assertEquals(venue.nowMs() + 2_000, truth().timeMs());

        while (venue.venue().faultCount() < 2) {
            venue.advance(1_000);
        }
        venue.advance(3_000);
        client.exchange(request("{\"type\":\"noop\"}"));

        assertEquals(venue.nowMs(), truth().timeMs());
        assertEquals("back", venue.venue().faults().get(1).detail());
    }

    @Test
    void shouldTakePostOnlyOrdersOnlyForAWhile() throws Exception {
        start("post-only every 100s for 5s");
        strike();
        final JsonNode refused = client.exchange(request(order("40", "Gtc")));
        final JsonNode taken = client.exchange(request(order("40", "Alo")));

        assertTrue(refused.toString().contains("Only post-only orders allowed"), refused::toString);
        assertTrue(taken.toString().contains("resting"), taken::toString);

        venue.advance(5_000);

        final JsonNode after = client.exchange(request(order("41", "Gtc")));
        assertTrue(after.toString().contains("resting"), after::toString);
    }

    @Test
    void shouldEmptyTheBooksForAWhile() throws Exception {
        start("empty-book every 100s for 5s", config().blockMs(100));
        assertFalse(isEmpty());
        strike();
        venue.advance(200);
        assertTrue(isEmpty());

        venue.advance(5_200);

        assertFalse(isEmpty());
    }

    @Test
    void shouldMakeTenBlocksOfOneForAWhile() throws Exception {
        start("burst every 100s for 5s", config().blockMs(1_000).withoutFlow());
        strike();
        final long dueMs = venue.nowMs() - venue.nowMs() % 1_000;
        venue.advance(dueMs + 2_000 - venue.nowMs());
        final long blockMs = truth().timeMs();

        assertEquals(VenueFaults.BURST_BLOCKS - 1, blockMs % 1_000);

        venue.advance(6_000);

        assertEquals(0, truth().timeMs() % 1_000);
    }

    private static VenueConfig.Builder config() {
        return VenueConfig.builder().account(MAKER.address(), 10_000 * Decimal8.ONE);
    }

    private void start(final String plan) throws Exception {
        start(plan, config().blockMs(0).withoutFlow());
    }

    private void start(final String plan, final VenueConfig.Builder config) throws Exception {
        venue = new VirtualTimeVenue(config.without(VenueRule.IDLE_DROP)
                .without(VenueRule.REQUEST_WEIGHT)
                .faults(FaultPlanReader.read("one", plan + "\n"))
                .build());
        client = venue.client();
        client.connect();
        venue.awaitSockets(1);
    }

    /** Lets time pass until the fault that comes by time has come. */
    private void strike() {
        while (venue.venue().faultCount() == 0) {
            venue.advance(500);
        }
    }

    private void awaitFault() {
        while (venue.venue().faultCount() == 0) {
            Thread.onSpinWait();
        }
    }

    private void awaitFills(final int count) {
        while (truth().fills().size() < count) {
            venue.advance(1);
        }
    }

    private void awaitExecuted(final long messages) {
        while (venue.venue().messagesReceived() < messages) {
            Thread.onSpinWait();
        }
        truth();
    }

    private InjectedFault fault() {
        return venue.venue().faults().get(0);
    }

    private AccountTruth truth() {
        return venue.venue().ask(MAKER.address()).join();
    }

    private boolean isEmpty() throws Exception {
        final JsonNode levels =
                client.info("{\"type\":\"l2Book\",\"coin\":\"HYPE\"}").path("levels");
        return levels.path(0).isEmpty() && levels.path(1).isEmpty();
    }

    private void ping() throws Exception {
        client.send("{\"method\":\"ping\"}");
    }

    private String next() throws Exception {
        return client.awaitAny().path("channel").asText();
    }

    private String noop(final int id) {
        return post(id, "{\"type\":\"noop\"}");
    }

    private String post(final int id, final String action) {
        return "{\"method\":\"post\",\"id\":" + id + ",\"request\":{\"type\":\"action\",\"payload\":" + request(action)
                + "}}";
    }

    private String body(final String action) {
        return request(action).toString();
    }

    private JsonNode request(final String action) {
        return MAKER.request(action, nonce++);
    }

    private static long oid(final JsonNode answer) {
        return answer.at("/response/data/statuses/0/resting/oid").asLong();
    }

    private static String order(final String px, final String tif) {
        return "{\"type\":\"order\",\"orders\":[" + element(px, tif) + "],\"grouping\":\"na\"}";
    }

    private static String modify(final long oid, final String px) {
        return "{\"type\":\"batchModify\",\"modifies\":[{\"oid\":" + oid + ",\"order\":" + element(px, "Gtc") + "}]}";
    }

    private static String element(final String px, final String tif) {
        return "{\"a\":0,\"b\":true,\"p\":\"" + px + "\",\"s\":\"1\",\"r\":false,\"t\":{\"limit\":{\"tif\":\"" + tif
                + "\"}}}";
    }
}
