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

/** Thousands of commands at a venue that loses, delays, repeats and refuses at random. */
@Timeout(120)
class RandomOutcomesTest {
    private static final long NO_OID = Long.MIN_VALUE;
    private static final int PLACE = 65;
    private static final int MODIFY = 66;
    private static final int CANCEL = 67;
    private static final long REPLY_TIMEOUT_MS = 40;

    private final OrderVenue venue = new OrderVenue();
    private final EgressRig rig = new EgressRig(venue, REPLY_TIMEOUT_MS, 100, 1 << 16);

    @AfterEach
    void close() {
        rig.close();
        venue.close();
    }

    @Test
    void shouldGiveEveryCommandExactlyOneOutcomeWhateverHappens() {
        final SplittableRandom random = new SplittableRandom(20_261_125);
        final Fate[] unusual = Fate.values();
        venue.otherwise(() -> random.nextInt(10) < 8 ? Fate.ANSWER : unusual[random.nextInt(unusual.length)]);
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
        assertEquals(
                told.stream().anyMatch(RandomOutcomesTest::isTaken), !status.equals("none") && !refused(status), story);
        if (told.contains("SUCCESS") || told.contains("UPDATE CANCELED")) {
            assertEquals("canceled", status, story);
        }
    }

    private static boolean refused(final String status) {
        return status.endsWith("Rejected");
    }

    /** Whether it says that the venue took the order. */
    private static boolean isTaken(final String kind) {
        return List.of("RESTING", "FILLED", "UPDATE OPEN", "UPDATE FILLED", "UPDATE CANCELED")
                .contains(kind);
    }
}
