package io.halfspread.gateway.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.CancelAllEncoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.gateway.order.OrderVenue.Fate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the egress sends, and what it makes of replies, over real sockets. */
@Timeout(20)
class EgressAgentTest {
    private static final int PLACE = 65;
    private static final int MODIFY = 66;
    private static final int CANCEL = 67;
    private static final long NO_OID = Long.MIN_VALUE;

    private final OrderVenue venue = new OrderVenue();
    private final EgressRig rig = new EgressRig(venue);

    @AfterEach
    void close() {
        rig.close();
        venue.close();
    }

    @Test
    void shouldJoinCommandsOfOneCauseByKindAndNeverAloWithIoc() {
        rig.ready();

        rig.event().cancel(90).place(1).place(2, Side.ASK, "0.3", Tif.ALO).place(3, Side.BID, "0.3", Tif.IOC);
        rig.event().place(4).modify(1, NO_OID, 5).modify(2, NO_OID, 6);
        rig.idle();

        assertEquals(
                List.of("cancelByCloid 90", "order Alo 1 2", "order Ioc 3", "order Alo 4", "batchModify Alo 5 6"),
                venue.posts.stream().map(EgressAgentTest::summary).toList());
        assertTrue(venue.posts.get(0).contains("\"f\":true"), venue.posts.get(0));
        assertEquals(7, rig.sent);
    }

    @Test
    void shouldJoinABurstOfOneKindAndKeepTheOrderOfKindsOtherwise() {
        rig.ready();

        rig.event().place(1).event().place(2).event().place(3);
        rig.event().cancel(1).event().cancel(2).event().place(4).event().cancel(4);
        rig.idle();

        assertEquals(
                List.of("order Alo 1 2 3", "cancelByCloid 1 2", "order Alo 4", "cancelByCloid 4"),
                venue.posts.stream().map(EgressAgentTest::summary).toList());
        assertEquals("canceled", venue.keeper.status(EgressRig.cloid(4)));
    }

    @Test
    void shouldNotLetACancelOvertakeTheOrderItIsFor() {
        rig.ready();

        rig.event().cancel(9).place(1).cancel(1);
        rig.idle();

        assertEquals("canceled", venue.keeper.status(EgressRig.cloid(1)));
        assertEquals(List.of("RESTING", "SUCCESS"), rig.told(1));
    }

    @Test
    void shouldTellEveryElementWhatBecameOfIt() {
        rig.ready();

        rig.event().place(1).place(2, Side.ASK, "7", Tif.ALO).place(3, Side.BID, "0.5", Tif.IOC);
        rig.idle();
        final long oid = rig.events.get(0).oid();
        rig.event().modify(1, oid, 4).cancel(77);
        rig.idle();
        rig.event().cancel(4);
        rig.idle();

        assertEquals(
                List.of(
                        new EgressRig.Event(PLACE, "RESTING", 1, 501, ""),
                        new EgressRig.Event(
                                PLACE,
                                "ERROR",
                                2,
                                NO_OID,
                                "Post only order would have immediately matched, bbo was 41@42. asset=0"),
                        new EgressRig.Event(PLACE, "FILLED", 3, 503, ""),
                        new EgressRig.Event(MODIFY, "RESTING", 4, 504, "")),
                rig.events.subList(0, 4));
        assertEquals(new EgressRig.Event(CANCEL, "SUCCESS", 4, NO_OID, ""), rig.events.get(rig.events.size() - 1));
    }

    @Test
    void shouldGiveOneErrorOfABatchToEveryElement() {
        rig.ready();
        venue.next(Fate.ONE_ERROR, Fate.TOO_MANY, Fate.ERROR_CHANNEL);

        rig.event().place(1).place(2);
        rig.event().modify(8, NO_OID, 3).modify(9, NO_OID, 4);
        rig.event().place(5).place(6);
        rig.idle();

        assertEquals(
                List.of(
                        "ERROR of 65 1: Price must be divisible by tick size.",
                        "ERROR of 65 2: Price must be divisible by tick size.",
                        "ERROR of 66 3: 429 Too Many Requests: slow down",
                        "ERROR of 66 4: 429 Too Many Requests: slow down",
                        "ERROR of 65 5: too many pending post requests id=3",
                        "ERROR of 65 6: too many pending post requests id=3"),
                rig.events.stream().map(Object::toString).toList());
        assertTrue(venue.asked.isEmpty(), venue.asked::toString);
    }

    @Test
    void shouldTellTheDeadlineOfOrdersToTheVenueAndNoneOfCancels() {
        rig.ready();

        rig.event().place(1).cancel(2);
        rig.idle();

        assertTrue(venue.posts.get(0).matches(".*\"expiresAfter\":[0-9]{13}.*"), venue.posts.get(0));
        assertTrue(venue.posts.get(1).contains("\"expiresAfter\":null"), venue.posts.get(1));
    }

    @Test
    void shouldLookUpAnOrderWhoseCancelFindsNothing() {
        rig.ready();
        rig.event().place(1);
        rig.idle();
        venue.keeper.fill(1);

        rig.event().cancel(1);
        rig.idle();

        assertEquals(List.of("RESTING", "UPDATE FILLED"), rig.told(1));
    }

    @Test
    void shouldRefuseOrdersAndCancelOverHttpWhileTheSocketIsDown() {
        rig.ready();
        rig.event().place(1);
        rig.idle();
        venue.next(Fate.RESET_BEFORE);
        rig.event().place(2);
        rig.until("loss", () -> rig.agent.losses() == 1);
        final int posted = venue.posts.size();

        rig.event().place(3).cancel(1).modify(1, NO_OID, 4).scheduleCancel(CancelAllEncoder.eventNsNullValue());
        rig.agent.doWork();
        assertEquals(posted, venue.posts.size());
        rig.idle();

        assertEquals(List.of("RESTING", "SUCCESS"), rig.told(1));
        assertEquals(List.of("UNRESOLVED", "ERROR"), rig.told(2));
        assertEquals(List.of("ERROR"), rig.told(3));
        assertEquals(List.of("ERROR"), rig.told(4));
        assertTrue(rig.events.toString().contains("SUCCESS of 69"), rig.events::toString);
        assertEquals(
                "not sent: no order connection",
                rig.events.stream()
                        .filter(event -> event.cloidLow() == 3)
                        .findFirst()
                        .orElseThrow()
                        .text());
    }

    @Test
    void shouldTakeTheLeaveToQuoteBeforeItRefusesOrders() {
        rig.until("connection", rig.agent::isReady);
        rig.step();
        assertEquals(
                List.of("CONNECTION CONNECTING NO", "CONNECTION READY NO"),
                rig.events.stream().map(EgressRig.Event::kind).toList());
        rig.events.clear();
        venue.next(Fate.RESET_AFTER);

        rig.event().place(1);
        rig.until("loss", () -> rig.agent.losses() == 1);
        rig.event().place(2);
        rig.idle();

        assertEquals("CONNECTION CLOSED YES", rig.events.get(0).kind());
        assertEquals("UNRESOLVED", rig.events.get(1).kind());
        assertEquals(List.of("UNRESOLVED", "UPDATE OPEN"), rig.told(1));
        rig.until("connection", rig.agent::isReady);
        rig.event().place(3);
        rig.idle();
        assertEquals(List.of("RESTING"), rig.told(3));
    }

    @Test
    void shouldLeaveCommandsInTheRingWhileEnoughIsInFlight() {
        try (EgressRig narrow = new EgressRig(venue, 5_000, 2, 16 * 1024)) {
            narrow.ready();
            venue.next(Fate.SWALLOW_ANSWER, Fate.SWALLOW_POST);
            narrow.event().place(1).place(8, Side.BID, "0.3", Tif.IOC);
            narrow.event().place(2).event().place(3);
            narrow.until("two posts", () -> venue.posts.size() == 2);
            for (int i = 0; i < 50; i++) {
                narrow.step();
            }

            assertEquals(2, narrow.agent.inFlight());
            assertEquals(2, venue.posts.size());
            assertFalse(narrow.agent.isIdle());
            venue.clients().get(venue.clients().size() - 1).reset();
            narrow.idle();
            assertEquals(List.of("UNRESOLVED", "UPDATE OPEN"), narrow.told(1));
        }
    }

    @Test
    void shouldKeepEveryEventWhileTheQueueIsFull() {
        try (EgressRig narrow = new EgressRig(venue, 5_000, 100, 16 * 1024)) {
            narrow.ready();
            narrow.drains = false;
            for (int i = 1; i <= 400; i++) {
                narrow.event().place(i, Side.BID, "7", Tif.ALO);
            }
            for (int i = 0; i < 2_000; i++) {
                narrow.step();
            }
            assertFalse(narrow.agent.isIdle());
            narrow.drains = true;
            narrow.idle();

            assertEquals(400, narrow.events.size());
            for (int i = 0; i < 400; i++) {
                assertEquals(i + 1, narrow.events.get(i).cloidLow());
            }
        }
    }

    @Test
    void shouldCancelEverythingThatIsOpen() {
        rig.ready();
        for (int i = 1; i <= 70; i++) {
            rig.event().place(i);
        }
        rig.idle();
        assertEquals(70, venue.keeper.open());
        venue.next(Fate.SWALLOW_POST, Fate.ANSWER, Fate.SWALLOW_ANSWER);

        rig.events.clear();
        rig.event().cancelAll(CancelAllEncoder.instrumentNullValue());
        rig.idle();

        assertEquals(0, venue.keeper.open());
        assertEquals(
                List.of("SUCCESS of 68"),
                rig.events.stream().map(Object::toString).toList());
    }

    @Test
    void shouldWaitForOutcomesWhenItIsClosed() {
        final EgressRig patient = new EgressRig(venue, 5_000, 100, 16 * 1024);
        patient.ready();
        venue.next(Fate.ANSWER_LATE);
        patient.event().place(1).event().cancel(1);

        patient.close();
        patient.step();

        assertTrue(patient.agent.isIdle());
        assertEquals(0, venue.keeper.open());
        assertEquals(List.of("SUCCESS", "RESTING"), patient.told(1));
    }

    /** Type of a posted action, time in force and our ids. */
    private static String summary(final String post) {
        final StringBuilder text =
                new StringBuilder(post.replaceFirst(".*?\"action\":\\{\"type\":\"([A-Za-z]+)\".*", "$1"));
        final var tif =
                java.util.regex.Pattern.compile("\"tif\":\"([A-Za-z]+)\"").matcher(post);
        if (tif.find()) {
            text.append(' ').append(tif.group(1));
        }
        final var cloid = java.util.regex.Pattern.compile("\"(?:c|cloid)\":\"0x[0-9a-f]{16}([0-9a-f]{16})\"")
                .matcher(post);
        while (cloid.find()) {
            text.append(' ').append(Long.parseLong(cloid.group(1), 16));
        }
        return text.toString();
    }
}
