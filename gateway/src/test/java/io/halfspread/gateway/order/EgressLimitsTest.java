package io.halfspread.gateway.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.gateway.order.OrderVenue.Fate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the egress does at the limits of the venue: messages, posts, and a key that is not taken. */
@Timeout(60)
class EgressLimitsTest {
    private static final long NEVER = 0;
    private static final String REFUSED =
            "User or API Wallet 0x4b6c5b1287e38b78e61d5dbca726d5e267eda747 does not exist.";

    private final OrderVenue venue = new OrderVenue();
    private EgressRig rig;

    @AfterEach
    void close() {
        rig.close();
        venue.close();
    }

    @Test
    void shouldEndAnUnknownOutcomeWhenTheVenueRefusesTheKey() {
        start(100, NEVER, 100, 0);
        venue.next(Fate.SWALLOW_POST);
        venue.keeper.refuseKey(true);

        rig.event().place(1);
        rig.idle();

        assertEquals(List.of("UNRESOLVED", "ERROR"), rig.told(1));
        assertTrue(
                rig.events.stream()
                        .anyMatch(event -> event.text()
                                .equals("the venue knows no such order and takes no action of ours: " + REFUSED)),
                rig.events::toString);
        assertEquals(REFUSED, rig.agent.keyRefusal());
    }

    @Test
    void shouldSendNoMoreOrdersWhenTheKeyWasRefusedInARow() {
        start(100, NEVER, 100, 0);
        venue.keeper.refuseKey(true);
        one(1);
        one(2);
        venue.keeper.refuseKey(false);
        one(3);
        venue.keeper.refuseKey(true);
        one(4);
        one(5);
        assertNull(rig.agent.keyRefusal());
        one(6);

        assertEquals(REFUSED, rig.agent.keyRefusal());
        assertTrue(rig.notes.toString().contains("the venue refuses the key: " + REFUSED), rig.notes::toString);
        assertEquals(
                1,
                rig.events.stream()
                        .filter(event -> event.kind().equals("CONNECTION CLOSED YES"))
                        .count());
        assertEquals(1, rig.agent.losses());
        assertTrue(!rig.agent.isReady(), "no leave to quote");
        venue.keeper.refuseKey(false);
        final int posts = venue.posts.size();
        one(7);
        assertEquals("ERROR of 65 7: not sent: the venue refuses the key", last());
        assertEquals(posts, venue.posts.size());
        rig.event().cancel(3);
        rig.idle();
        assertEquals("SUCCESS of 67 3", last());
    }

    @Test
    void shouldCancelWhileOutcomesAreBeingFoundOut() {
        start(100, EgressSettings.EXPIRES_AFTER_MS, 100, 0);
        one(1);
        final CountDownLatch held = new CountDownLatch(1);
        venue.holdInfo(held);
        venue.next(Fate.RESET_AFTER);
        rig.event().place(2);
        rig.until("loss", () -> rig.agent.losses() == 1);

        rig.event().cancel(1);
        rig.agent.doWork();
        rig.until("cancelled", () -> rig.told(1).size() == 2);

        assertEquals(List.of("RESTING", "SUCCESS"), rig.told(1));
        assertEquals(1, rig.agent.unresolved());
        assertEquals(
                1,
                venue.posts.stream().filter(post -> post.contains("\"nonce\"")).count() - 1);
        held.countDown();
        rig.idle();
        assertEquals(List.of("UNRESOLVED", "UPDATE OPEN"), rig.told(2));
    }

    @Test
    void shouldKeepItsMessagesInsideAMinutesLimitAndSomeOfThemForCancels() {
        start(1_000, EgressSettings.EXPIRES_AFTER_MS, 100, 16);
        long placed = 0;
        do {
            one(++placed);
        } while (rig.told(placed).equals(List.of("RESTING")));

        assertEquals(
                "ERROR of 65 " + placed + ": not sent: as many messages as the venue takes in a minute were sent",
                last());
        final int orders = venue.posts.size();
        assertTrue(orders == placed - 1 && orders <= 14, orders + " orders");
        for (long cloid = 1; cloid < placed; cloid++) {
            rig.event().cancel(cloid);
            rig.idle();
            assertEquals(List.of("RESTING", "SUCCESS"), rig.told(cloid));
        }
        final long overHttp = venue.asked.stream()
                .filter(asked -> asked.startsWith("/exchange"))
                .count();
        assertTrue(venue.posts.size() <= 16 && venue.posts.size() >= 14, venue.posts.size() + " messages");
        assertEquals(2L * orders, venue.posts.size() + overHttp);
    }

    @Test
    void shouldRenewASocketOnWhichNoPostIsAnswered() {
        start(50, EgressSettings.EXPIRES_AFTER_MS, 4, 0);
        venue.next(Fate.SWALLOW_POST, Fate.SWALLOW_POST, Fate.SWALLOW_POST, Fate.SWALLOW_POST);
        for (long cloid = 1; cloid <= 4; cloid++) {
            one(cloid);
            assertEquals(List.of("UNRESOLVED", "ERROR"), rig.told(cloid));
        }
        rig.until("another connection", () -> rig.agent.connects() == 2 && rig.agent.isReady());
        one(5);

        assertEquals(List.of("RESTING"), rig.told(5));
        assertTrue(rig.notes.toString().contains("posts remain without a reply"), rig.notes::toString);
    }

    @Test
    void shouldKeepRoomForCancelsWhileOutcomesAreUnknown() {
        start(500, EgressSettings.EXPIRES_AFTER_MS, 8, 0);
        one(1);
        venue.failHttp(Integer.MAX_VALUE);
        venue.next(
                Fate.SWALLOW_POST,
                Fate.SWALLOW_POST,
                Fate.SWALLOW_POST,
                Fate.SWALLOW_POST,
                Fate.SWALLOW_POST,
                Fate.SWALLOW_POST,
                Fate.SWALLOW_POST);
        for (long cloid = 2; cloid <= 8; cloid++) {
            final int posts = venue.posts.size();
            rig.event().place(cloid);
            rig.until("posted", () -> venue.posts.size() > posts);
        }
        rig.until("unresolved", () -> rig.agent.unresolved() == 7);
        rig.event().place(9).cancel(1);
        rig.until("cancelled", () -> rig.told(1).size() == 2);

        assertEquals(List.of("RESTING", "SUCCESS"), rig.told(1));
        assertEquals(List.of("ERROR"), rig.told(9));
        venue.failHttp(0);
        rig.idle();
        assertEquals(List.of("UNRESOLVED", "ERROR"), rig.told(8));
    }

    private void start(
            final long replyTimeoutMs, final long expiresAfterMs, final int mostInFlight, final int messagesPerMinute) {
        rig = new EgressRig(
                venue, new EgressRig.Limits(replyTimeoutMs, expiresAfterMs, mostInFlight, messagesPerMinute));
        rig.ready();
    }

    private void one(final long cloid) {
        rig.event().place(cloid);
        rig.idle();
    }

    private String last() {
        return rig.events.get(rig.events.size() - 1).toString();
    }
}
