package io.halfspread.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.gateway.net.ScriptedNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

class MarketDataSessionTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_790_000_000L * SECOND;

    private final ScriptedNetwork network = new ScriptedNetwork();
    private final Owner owner = new Owner();
    private final ConnectionBudget budget = new ConnectionBudget(24, 8);
    private final MessageBudget messages = new MessageBudget(MessageBudget.STREAMS_PER_MINUTE);
    private final MarketDataSession session = session(Set.of(MarketStream.BBO, MarketStream.L2_BOOK));
    private long nowNs = START;

    @Test
    void shouldGoFromNothingToReadyWhenEverythingIsAcknowledged() {
        advance(0);
        network.last().open();
        advance(0);
        assertEquals(
                List.of(
                        "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"bbo\",\"coin\":\"HYPE\"}}",
                        "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"l2Book\",\"coin\":\"HYPE\"}}"),
                network.last().sent());
        network.last()
                .text(ack(
                        "{\"type\":\"l2Book\",\"coin\":\"HYPE\",\"nSigFigs\":null,\"mantissa\":null,\"fast\":false}"));
        advance(0);
        assertFalse(session.isReady());
        network.last().text(ack("{\"coin\":\"HYPE\",\"type\":\"bbo\"}"));
        advance(0);

        assertTrue(session.isReady());
        assertEquals(
                List.of(ConnectionStatus.CONNECTING, ConnectionStatus.OPEN, ConnectionStatus.READY), owner.statuses);
    }

    @Test
    void shouldTakeAnOldSubscriptionForAnAcknowledgedOne() {
        advance(0);
        network.last().open();
        advance(0);
        network.last().text(ack("{\"type\":\"l2Book\",\"coin\":\"HYPE\"}"));
        advance(0);
        session.onVenueError("Already subscribed: {\"type\":\"bbo\",\"coin\":\"SOL\"}");
        session.onVenueError("Already subscribed: {");
        session.onVenueError("Cannot track more than 15 total users.");
        assertFalse(session.isReady());

        session.onVenueError("Already subscribed: {\"type\":\"bbo\",\"coin\":\"HYPE\"}");

        assertTrue(session.isReady());
        assertEquals(4, owner.notes.size());
    }

    @Test
    void shouldGiveUpAnAttemptThatTakesTooLong() {
        advance(0);
        advance(9 * SECOND);
        assertEquals(1, network.dialled());
        advance(2 * SECOND);
        assertTrue(owner.notes.get(0).contains("no handshake"), owner.notes::toString);
        advance(SECOND);

        assertEquals(2, network.dialled());
    }

    @Test
    void shouldNameWhatTheVenueDidNotAcknowledge() {
        advance(0);
        network.last().open();
        advance(0);
        network.last().text(ack("{\"type\":\"bbo\",\"coin\":\"HYPE\"}"));
        advance(0);
        advance(11 * SECOND);
        assertTrue(owner.notes.get(0).contains("no acknowledgement of l2Book HYPE"), owner.notes::toString);

        advance(SECOND);
        network.last().open();
        advance(0);
        network.last().end(1006, "");
        advance(0);

        assertTrue(
                owner.notes.get(1).contains("before the venue acknowledged bbo HYPE, l2Book HYPE"),
                owner.notes::toString);
    }

    @Test
    void shouldPingAndInsistOnThePong() {
        ready();
        advance(31 * SECOND, true);
        assertEquals("{\"method\":\"ping\"}", network.last().sent().get(2));
        session.onPong();
        advance(20 * SECOND, true);
        assertTrue(session.isReady());
        advance(11 * SECOND, true);
        assertEquals(4, network.last().sent().size());
        advance(9 * SECOND, true);
        assertTrue(session.isReady());

        advance(2 * SECOND, true);

        assertTrue(owner.notes.get(0).contains("no pong"), owner.notes::toString);
        assertEquals(1, session.gaps());
    }

    @Test
    void shouldReplaceAConnectionWhosePeriodicStreamIsSilentOrFrozen() {
        ready();
        session.watch().onMessage(MarketStream.L2_BOOK, 0, START - SECOND, nowNs);
        assertEquals(nowNs - START + SECOND, session.watch().lagNs(MarketStream.L2_BOOK, 0));
        advance(20 * SECOND);
        session.watch().onMessage(MarketStream.L2_BOOK, 0, START - SECOND, nowNs);
        session.watch().onMessage(MarketStream.BBO, 0, nowNs, nowNs);
        session.watch().onMessage(MarketStream.L2_BOOK, 7, nowNs, nowNs);
        session.watch().onMessage(MarketStream.TRADES, 0, nowNs, nowNs);
        assertTrue(session.isReady());

        advance(11 * SECOND);

        assertTrue(owner.notes.get(0).contains("l2Book HYPE without news for 31 s"), owner.notes::toString);
    }

    @Test
    void shouldLetAStreamOfChangesBeSilent() {
        final MarketDataSession quiet = session(Set.of(MarketStream.BBO, MarketStream.TRADES));
        quiet.step(START);
        network.last().open();
        network.step();
        network.last().acknowledgeAll();
        network.step();

        for (long second = 0; second < 3600; second++) {
            quiet.step(START + second * SECOND);
            quiet.onPong();
            network.step();
        }

        assertTrue(quiet.isReady());
    }

    @Test
    void shouldConnectOnlyWhenThereIsRoomForItsSubscriptions() {
        for (int i = 0; i < MessageBudget.STREAMS_PER_MINUTE - 1; i++) {
            messages.sent(nowNs);
        }
        advance(0);
        assertEquals(0, network.dialled());

        advance(60 * SECOND);

        assertEquals(1, network.dialled());
    }

    @Test
    void shouldStayInsideTheConnectionBudgetHoweverOftenItIsCutOff() {
        final MarketDataSession other = new MarketDataSession(
                1, plan(Set.of(MarketStream.TRADES)), network, budget, messages, FeedTimings.ofVenue(), 2, owner);
        final List<Long> dialledNs = new ArrayList<>();
        for (int tick = 0; tick < 10 * 60 * 20; tick++) {
            nowNs += SECOND / 20;
            final int before = network.dialled();
            session.step(nowNs);
            other.step(nowNs);
            network.step();
            for (int i = before; i < network.dialled(); i++) {
                dialledNs.add(nowNs);
                network.connection(i).end(1006, "refused");
            }
            network.step();
        }

        for (int i = 24; i < dialledNs.size(); i++) {
            assertTrue(dialledNs.get(i) - dialledNs.get(i - 24) >= 60 * SECOND);
        }
        assertTrue(dialledNs.size() > 40 && dialledNs.size() < 120, () -> dialledNs.size() + " attempts");
    }

    @Test
    void shouldWaitLongerAfterEveryFailureAndBeginAnewAfterAStableConnection() {
        final List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            waits.add(waitForDial());
            network.last().end(1006, "");
            advance(0);
        }
        assertTrue(waits.get(0) == 0 && waits.get(1) <= SECOND / 2, waits::toString);
        for (int i = 1; i < 9; i++) {
            final long range = Math.min(30 * SECOND, SECOND / 2 << i - 1);
            assertTrue(
                    waits.get(i) >= range / 2 - SECOND / 100 && waits.get(i) <= range + SECOND / 100, waits::toString);
        }
        waitForDial();
        network.last().open();
        advance(0);
        network.last().acknowledgeAll();
        advance(0);
        advance(29 * SECOND);
        session.watch().onMessage(MarketStream.L2_BOOK, 0, nowNs, nowNs);
        advance(2 * SECOND);
        network.last().end(1000, "Expired");
        advance(0);

        assertTrue(waitForDial() <= SECOND / 2);
        assertEquals(1, session.gaps());
        assertTrue(session.gapNs(nowNs) > 0);
    }

    @Test
    void shouldDoNothingMoreOnceStopped() {
        ready();
        session.stop();
        advance(0);
        advance(3600 * SECOND);

        assertEquals(1, network.dialled());
        assertEquals(0, session.gaps());
        assertEquals(ConnectionStatus.CLOSED, owner.statuses.get(owner.statuses.size() - 1));
    }

    @Test
    void shouldPutFastBooksOnAConnectionOfTheirOwn() {
        final ConnectionPlan plan = ConnectionPlan.of(List.of("BTC", "HYPE"), EnumSet.allOf(MarketStream.class));

        assertEquals(2, plan.connections().size());
        assertEquals(9, plan.connections().get(0).size());
        assertEquals(
                "[fastL2Book BTC, fastL2Book HYPE]", plan.connections().get(1).toString());
        assertEquals(
                "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"l2Book\",\"coin\":\"HYPE\",\"fast\":true}}",
                plan.connections().get(1).get(1).request());
        assertEquals(
                "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"allMids\"}}",
                plan.connections().get(0).get(8).request());
        assertThrows(IllegalArgumentException.class, () -> ConnectionPlan.of(List.of("BTC"), Set.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> ConnectionPlan.of(Collections.nCopies(101, "X"), Set.of(MarketStream.BBO, MarketStream.TRADES)));
    }

    private void ready() {
        advance(0);
        network.last().open();
        advance(0);
        network.last().acknowledgeAll();
        advance(0);
        assertTrue(session.isReady());
    }

    private void advance(final long ns) {
        advance(ns, false);
    }

    private void advance(final long ns, final boolean fresh) {
        nowNs += ns;
        if (fresh) {
            session.watch().onMessage(MarketStream.L2_BOOK, 0, nowNs, nowNs);
        }
        session.step(nowNs);
        network.step();
    }

    private long waitForDial() {
        final long fromNs = nowNs;
        final int before = network.dialled();
        for (advance(0); network.dialled() == before; advance(SECOND / 100)) {
            assertTrue(nowNs - fromNs < 120 * SECOND);
        }
        return nowNs - fromNs;
    }

    private MarketDataSession session(final Set<MarketStream> streams) {
        return new MarketDataSession(0, plan(streams), network, budget, messages, FeedTimings.ofVenue(), 1, owner);
    }

    private static List<Subscription> plan(final Set<MarketStream> streams) {
        return ConnectionPlan.of(List.of("HYPE"), streams).connections().get(0);
    }

    private static String ack(final String subscription) {
        return "{\"channel\":\"subscriptionResponse\",\"data\":{\"method\":\"subscribe\",\"subscription\":"
                + subscription + "}}";
    }

    private static final class Owner implements SessionEvents {
        private final List<ConnectionStatus> statuses = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        @Override
        public boolean onFrame(
                final MarketDataSession session, final DirectBuffer buffer, final int offset, final int length) {
            session.onAcknowledgement(buffer, offset, length);
            return true;
        }

        @Override
        public void onStatus(final MarketDataSession session, final ConnectionStatus status) {
            statuses.add(status);
        }

        @Override
        public void onNote(final String text) {
            notes.add(text);
        }
    }
}
