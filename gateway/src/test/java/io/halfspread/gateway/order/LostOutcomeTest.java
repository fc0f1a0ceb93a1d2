package io.halfspread.gateway.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.gateway.order.OrderVenue.Fate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Outcomes that get lost, and how they are found out. */
@Timeout(60)
class LostOutcomeTest {
    private static final long REPLY_TIMEOUT_MS = 250;
    private static final long NO_OID = Long.MIN_VALUE;

    private final OrderVenue venue = new OrderVenue();
    private final EgressRig rig = new EgressRig(venue, REPLY_TIMEOUT_MS, 100, SideQueue.DEFAULT_CAPACITY);

    @AfterEach
    void close() {
        rig.close();
        venue.close();
    }

    @Test
    void shouldProveThatAnOrderNeverLanded() {
        rig.ready();
        venue.next(Fate.SWALLOW_POST);

        rig.event().place(1).place(2);
        rig.idle();

        assertEquals(List.of("UNRESOLVED", "ERROR"), rig.told(1));
        assertEquals(List.of("UNRESOLVED", "ERROR"), rig.told(2));
        assertTrue(last().startsWith("ERROR of 65 2: never landed"), last());
        assertEquals(List.of("noop"), venue.keeper.executed());
    }

    @Test
    void shouldKillAnOrderThatWouldHaveComeLate() {
        rig.ready();
        venue.next(Fate.SWALLOW_POST);
        rig.event().place(1);
        rig.until("unresolved", () -> rig.agent.unresolved() == 1);
        rig.idle();

        venue.keeper.execute(io.halfspread.codec.text.StrictJson.parse(venue.posts.get(0), false)
                .root()
                .member("request")
                .member("payload"));

        assertEquals("none", venue.keeper.status(EgressRig.cloid(1)));
    }

    @Test
    void shouldFindAnOrderThatLandedUnheard() {
        rig.ready();
        venue.next(Fate.SWALLOW_ANSWER, Fate.SWALLOW_ANSWER, Fate.EDGE_ERROR, Fate.RESET_AFTER);

        rig.event().place(1).place(2, Side.ASK, "7", Tif.ALO);
        rig.event().place(3, Side.BID, "0.5", Tif.IOC);
        rig.idle();
        rig.event().place(4);
        rig.idle();
        rig.event().place(5);
        rig.idle();

        assertEquals(List.of("UNRESOLVED", "UPDATE OPEN"), rig.told(1));
        assertEquals(List.of("UNRESOLVED", "UPDATE REJECTED_POST_ONLY"), rig.told(2));
        assertEquals(List.of("UNRESOLVED", "UPDATE FILLED"), rig.told(3));
        assertEquals(List.of("UNRESOLVED", "UPDATE OPEN"), rig.told(4));
        assertEquals(List.of("UNRESOLVED", "UPDATE OPEN"), rig.told(5));
    }

    @Test
    void shouldFindWhatBecameOfAModify() {
        rig.ready();
        rig.event().place(1).place(2).place(3);
        rig.idle();
        venue.next(Fate.SWALLOW_ANSWER);
        rig.event().modify(1, NO_OID, 11);
        rig.idle();
        venue.next(Fate.SWALLOW_POST);
        rig.event().modify(2, NO_OID, 12);
        rig.idle();
        venue.keeper.fill(3);
        venue.next(Fate.SWALLOW_ANSWER);
        rig.event().modify(3, NO_OID, 13);
        rig.idle();

        assertEquals(List.of("UNRESOLVED", "UPDATE OPEN"), rig.told(11));
        assertEquals(List.of("RESTING", "UPDATE CANCELED"), rig.told(1));
        assertEquals(List.of("UNRESOLVED", "ERROR"), rig.told(12));
        assertEquals(List.of("RESTING"), rig.told(2));
        assertEquals(List.of("UNRESOLVED", "ERROR"), rig.told(13));
        assertEquals(List.of("RESTING", "UPDATE FILLED"), rig.told(3));
    }

    @Test
    void shouldFindWhatBecameOfACancel() {
        rig.ready();
        rig.event().place(1).place(2);
        rig.idle();
        venue.next(Fate.SWALLOW_ANSWER, Fate.SWALLOW_POST);
        rig.event().cancel(1);
        rig.idle();
        rig.event().cancel(2);
        rig.idle();

        assertEquals(List.of("RESTING", "UNRESOLVED", "UPDATE CANCELED"), rig.told(1));
        assertEquals(List.of("RESTING", "UNRESOLVED", "ERROR"), rig.told(2));
        assertEquals("ERROR of 67 2: not cancelled: the order is still open", last());
    }

    @Test
    void shouldLookUpOnlyWhatAReplyLeavesOpen() {
        rig.ready();
        venue.next(Fate.FIRST_STATUS_ONLY);

        rig.event().place(1).place(2);
        rig.idle();

        assertEquals(List.of("RESTING"), rig.told(1));
        assertEquals(List.of("UNRESOLVED", "UPDATE OPEN"), rig.told(2));
        assertEquals(List.of("order"), venue.keeper.executed());
    }

    @Test
    void shouldTellALateReplyOnce() {
        rig.ready();
        venue.next(Fate.ANSWER_LATE, Fate.ANSWER_LATE);
        venue.failHttp(Integer.MAX_VALUE);
        venue.answerLateAfter(500);

        rig.event().place(1);
        rig.idle();
        venue.failHttp(0);
        venue.answerLateAfter(2_000);
        rig.event().place(2);
        rig.idle();
        rig.until("late reply", () -> rig.agent.lateReplies() == 1);

        assertEquals(List.of("UNRESOLVED", "RESTING"), rig.told(1));
        assertEquals(List.of("UNRESOLVED", "UPDATE OPEN"), rig.told(2));
    }

    @Test
    void shouldAskUntilTheVenueCanBeAsked() {
        rig.ready();
        venue.next(Fate.RESET_AFTER);
        venue.failHttp(6);

        rig.event().place(1).cancel(9);
        rig.idle();

        assertEquals(List.of("UNRESOLVED", "UPDATE OPEN"), rig.told(1));
        assertTrue(rig.notes.toString().contains("still unknown"), rig.notes::toString);
    }

    private String last() {
        return rig.events.get(rig.events.size() - 1).toString();
    }
}
