package io.halfspread.gateway.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.gateway.order.OrderVenue.Fate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Outcomes that get lost, and how they are found out. */
@Timeout(30)
class LostOutcomeTest {
    private static final long NO_OID = Long.MIN_VALUE;
    private static final int PLACE = 65;
    private static final int MODIFY = 66;
    private static final int CANCEL = 67;

    private final OrderVenue venue = new OrderVenue();
    private final EgressRig rig = new EgressRig(venue);

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
        venue.failHttp(3);

        rig.event().place(1);
        rig.idle();
        rig.event().place(2);
        rig.idle();
        rig.until("late reply", () -> rig.agent.messagesReceived() == 2);
        rig.step();

        assertEquals(List.of("UNRESOLVED", "RESTING"), rig.told(1));
        assertEquals(List.of("UNRESOLVED", "UPDATE OPEN"), rig.told(2));
        assertEquals(1, rig.agent.lateReplies());
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

    @Test
    void shouldGiveEveryCommandExactlyOneOutcomeWhateverHappens() {
        final SplittableRandom random = new SplittableRandom(20_261_125);
        final Fate[] unusual = Fate.values();
        venue.otherwise(() -> random.nextInt(10) < 7 ? Fate.ANSWER : unusual[random.nextInt(unusual.length)]);
        rig.ready();
        final SplittableRandom commands = new SplittableRandom(4);
        final List<Long> placed = new ArrayList<>();
        final Map<Long, Integer> actedOn = new HashMap<>();
        long low = 0;
        int count = 0;
        while (count < 2_000) {
            rig.event();
            final int burst = 1 + commands.nextInt(4);
            for (int i = 0; i < burst; i++, count++) {
                final int choice = placed.isEmpty() ? 0 : commands.nextInt(6);
                if (choice < 3) {
                    final Tif tif = commands.nextInt(4) == 0 ? Tif.IOC : Tif.ALO;
                    rig.place(++low, Side.BID, commands.nextInt(9) == 0 ? "7" : "0.3", tif);
                    placed.add(low);
                } else {
                    final long target = placed.remove(commands.nextInt(placed.size()));
                    if (choice == 3) {
                        rig.modify(target, NO_OID, ++low);
                        placed.add(low);
                        actedOn.put(target, MODIFY);
                    } else {
                        rig.cancel(target);
                        actedOn.put(target, CANCEL);
                    }
                }
            }
            for (int i = commands.nextInt(40); i >= 0; i--) {
                rig.step();
            }
        }
        rig.idle();

        final long cancels =
                actedOn.values().stream().filter(action -> action == CANCEL).count();
        assertEquals(count, low + cancels);
        for (long id = 1; id <= low; id++) {
            checkOutcomes(id, actedOn.getOrDefault(id, 0));
        }
        System.out.println("egress: " + count + " commands, " + rig.agent.losses() + " connections lost, "
                + rig.events.stream()
                        .filter(event -> event.kind().equals("UNRESOLVED"))
                        .count() + " outcomes lost, "
                + rig.agent.lateReplies() + " late replies; each command has one outcome");
    }

    /** One outcome of what created an order, one of its cancel; a lost modify may say of its target that it is over. */
    private void checkOutcomes(final long id, final int actedOn) {
        int created = 0;
        int cancelled = 0;
        int updates = 0;
        for (final EgressRig.Event event : rig.events) {
            if (event.cloidLow() == id && !event.kind().equals("UNRESOLVED")) {
                created += event.command() == PLACE || event.command() == MODIFY ? 1 : 0;
                cancelled += event.command() == CANCEL ? 1 : 0;
                updates += event.command() == 0 ? 1 : 0;
            }
        }
        final String status = venue.keeper.status(EgressRig.cloid(id));
        final List<String> told = rig.told(id);
        final String story = id + " " + told + " " + status;
        final int outcomes = created + cancelled + updates;
        final int commands = actedOn == CANCEL ? 2 : 1;
        assertTrue(created <= 1 && cancelled <= commands - 1, story);
        assertTrue(outcomes == commands || actedOn == MODIFY && outcomes == 2, story);
        assertEquals(told.contains("RESTING") || told.contains("FILLED") || updates > 0, landed(status), story);
        if (told.contains("SUCCESS") || told.contains("UPDATE CANCELED")) {
            assertEquals("canceled", status, story);
        }
    }

    /** Whether the venue took the order, whatever it said of it. */
    private static boolean landed(final String status) {
        return !status.equals("none") && !status.equals("badAloPxRejected");
    }

    private String last() {
        return rig.events.get(rig.events.size() - 1).toString();
    }
}
