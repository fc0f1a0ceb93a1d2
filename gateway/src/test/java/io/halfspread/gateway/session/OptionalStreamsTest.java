package io.halfspread.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.gateway.net.ScriptedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

/** A venue that does not know every stream. */
class OptionalStreamsTest implements SessionEvents {
    private static final long SECOND = 1_000_000_000L;
    private static final String ACCOUNT = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

    private final ScriptedNetwork network = new ScriptedNetwork();
    private final List<String> notes = new ArrayList<>();
    private final ConnectionPlan plan = ConnectionPlan.of(
                    List.of("HYPE"), Set.of(MarketStream.BBO, MarketStream.FAST_L2_BOOK))
            .withAccount(ACCOUNT);
    private long nowNs = 1_790_000_000L * SECOND;

    @Test
    void shouldPlanTheStreamsOfAnAccountOnAConnectionOfTheirOwn() {
        assertEquals(2, plan.account());
        assertEquals(
                "[orderUpdates, userFills, userEvents]",
                plan.connections().get(2).toString());
        assertEquals(
                ConnectionPlan.NO_ACCOUNT,
                ConnectionPlan.of(List.of("HYPE"), Set.of(MarketStream.BBO)).account());
        assertThrows(IllegalArgumentException.class, () -> plan.withAccount("0x1234"));
    }

    @Test
    void shouldMatchTheAccountOfAnAcknowledgementWhateverItsCase() {
        final MarketDataSession session = open(2);
        for (final String type : List.of("orderUpdates", "userFills", "userEvents")) {
            acknowledge("{\"type\":\"" + type + "\",\"user\":\"" + ACCOUNT + "\",\"aggregateByTime\":false}");
        }
        step(session, 0);

        assertTrue(session.isReady());
        assertEquals(List.of(), notes);
    }

    @Test
    void shouldNotTakeAnotherAccountsAcknowledgement() {
        final MarketDataSession session = open(2);
        for (final String type : List.of("orderUpdates", "userFills", "userEvents")) {
            acknowledge("{\"type\":\"" + type + "\",\"user\":\"0x0000000000000000000000000000000000000001\"}");
        }
        step(session, 0);

        assertFalse(session.isReady());
        assertEquals(3, notes.size());
    }

    @Test
    void shouldGoOnWithoutAStreamThatIsNeverAcknowledged() {
        final MarketDataSession session = open(2);
        acknowledge("{\"type\":\"orderUpdates\",\"user\":\"" + ACCOUNT + "\"}");
        acknowledge("{\"type\":\"userFills\",\"user\":\"" + ACCOUNT + "\"}");
        step(session, 2 * SECOND - 1);
        assertFalse(session.isReady());

        step(session, 1);

        assertTrue(session.isReady());
        assertEquals(List.of("connection 2: the venue does not acknowledge userEvents: going on without"), notes);
    }

    @Test
    void shouldGoOnWithoutAStreamThatTheVenueRefuses() {
        final MarketDataSession session = open(2);
        acknowledge("{\"type\":\"orderUpdates\",\"user\":\"" + ACCOUNT + "\"}");
        acknowledge("{\"type\":\"userFills\",\"user\":\"" + ACCOUNT + "\"}");
        step(session, 0);
        session.onVenueError("Error parsing JSON into valid websocket request: {\"method\":\"subscribe\","
                + "\"subscription\":{\"type\":\"orderUpdates\"}}");
        assertFalse(session.isReady());

        session.onVenueError("Error parsing JSON into valid websocket request: {\"method\":\"subscribe\","
                + "\"subscription\":{\"type\":\"userEvents\",\"user\":\"" + ACCOUNT + "\"}}");

        assertTrue(session.isReady());
    }

    @Test
    void shouldNotWatchAStreamItWentOnWithout() {
        final MarketDataSession session = open(1);
        step(session, 11 * SECOND);
        assertTrue(session.isReady());

        step(session, 25 * SECOND);
        session.onPong();
        step(session, 25 * SECOND);
        session.onPong();

        assertTrue(session.isReady());
        assertEquals(1, network.dialled());
        session.watch().onMessage(MarketStream.FAST_L2_BOOK, 0, nowNs, nowNs);
        step(session, 11 * SECOND);
        assertFalse(session.isReady(), "what was heard may not fall silent");
    }

    @Test
    void shouldAskAgainButNotWaitForWhatWasNeverAcknowledged() {
        final MarketDataSession session = open(2);
        acknowledge("{\"type\":\"orderUpdates\",\"user\":\"" + ACCOUNT + "\"}");
        acknowledge("{\"type\":\"userFills\",\"user\":\"" + ACCOUNT + "\"}");
        step(session, 0);
        step(session, 2 * SECOND);
        notes.clear();

        hangUp(session);

        assertEquals(3, network.last().sent().size(), network.last().sent()::toString);
        acknowledge("{\"type\":\"orderUpdates\",\"user\":\"" + ACCOUNT + "\"}");
        acknowledge("{\"type\":\"userFills\",\"user\":\"" + ACCOUNT + "\"}");
        step(session, 0);
        assertTrue(session.isReady());
        assertEquals(1, notes.size(), notes::toString);

        acknowledge("{\"type\":\"userEvents\",\"user\":\"" + ACCOUNT + "\"}");
        step(session, 0);
        hangUp(session);
        acknowledge("{\"type\":\"orderUpdates\",\"user\":\"" + ACCOUNT + "\"}");
        acknowledge("{\"type\":\"userFills\",\"user\":\"" + ACCOUNT + "\"}");
        step(session, 0);
        assertFalse(session.isReady(), "what was acknowledged once is waited for");
    }

    @Test
    void shouldSayOnceThatTheVenueRefusesAStream() {
        final String refusal = "Error parsing JSON into valid websocket request: {\"method\":\"subscribe\","
                + "\"subscription\":{\"type\":\"l2Book\",\"coin\":\"HYPE\",\"fast\":true}}";
        final MarketDataSession session = open(1);
        session.onVenueError(refusal);
        assertTrue(session.isReady());
        assertEquals(2, notes.size(), notes::toString);
        notes.clear();

        hangUp(session);
        session.onVenueError(refusal);

        assertTrue(session.isReady());
        assertEquals(1, notes.size(), notes::toString);
    }

    @Test
    void shouldLeaveOutWhatCanBeDoneWithoutWhenTheVenueHangsUpOnIt() {
        final MarketDataSession session = open(2);
        hangUp(session);
        hangUp(session);

        assertEquals(2, network.last().sent().size(), network.last().sent()::toString);
        network.last().acknowledgeAll();
        step(session, 0);

        assertTrue(session.isReady());
        assertEquals(3, network.dialled());
    }

    @Test
    void shouldInsistOnWhatItNeeds() {
        final MarketDataSession session = open(2);
        acknowledge("{\"type\":\"orderUpdates\",\"user\":\"" + ACCOUNT + "\"}");
        step(session, 0);
        step(session, 11 * SECOND);

        assertFalse(session.isReady());
        assertTrue(notes.get(0).contains("no acknowledgement of userFills, userEvents"), notes::toString);
    }

    private MarketDataSession open(final int connection) {
        final MarketDataSession session = new MarketDataSession(
                connection,
                plan.connections().get(connection),
                network,
                new ConnectionBudget(24, 8),
                new MessageBudget(MessageBudget.STREAMS_PER_MINUTE),
                FeedTimings.ofVenue(),
                1,
                this);
        step(session, 0);
        network.last().open();
        step(session, 0);
        return session;
    }

    private void hangUp(final MarketDataSession session) {
        final int before = network.dialled();
        network.last().end(1006, "");
        while (network.dialled() == before) {
            step(session, SECOND / 10);
        }
        network.last().open();
        step(session, 0);
    }

    private void acknowledge(final String subscription) {
        network.last()
                .text("{\"channel\":\"subscriptionResponse\",\"data\":{\"method\":\"subscribe\",\"subscription\":"
                        + subscription + "}}");
    }

    private void step(final MarketDataSession session, final long laterNs) {
        nowNs += laterNs;
        session.step(nowNs);
        network.step();
    }

    @Override
    public boolean onFrame(
            final MarketDataSession session, final DirectBuffer buffer, final int offset, final int length) {
        session.onAcknowledgement(buffer, offset, length);
        return true;
    }

    @Override
    public void onStatus(final MarketDataSession session, final ConnectionStatus status) {}

    @Override
    public void onNote(final String text) {
        notes.add(text);
    }
}
