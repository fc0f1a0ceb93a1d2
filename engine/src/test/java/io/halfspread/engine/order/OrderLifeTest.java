package io.halfspread.engine.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.halfspread.codec.event.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Orders, their table and one side against a model that keeps every word ever said and works each answer out anew, under any
 * order of words, sensible or not.
 */
class OrderLifeTest {
    private static final int SESSIONS = 2_000;
    private static final int WORDS = 60;
    private static final int CAPACITY = 4;
    private static final long SIZE = 100;

    @Test
    void shouldAgreeWithTheModelWhateverIsSaid() {
        for (long seed = 0; seed < SESSIONS; seed++) {
            session(new SplittableRandom(seed), "seed " + seed);
        }
    }

    private static void session(final SplittableRandom random, final String name) {
        final Orders orders = new Orders(CAPACITY);
        final SideQuote side = new SideQuote(Side.BID);
        final List<Twin> live = new ArrayList<>();
        long ids = 0;
        for (int word = 0; word < WORDS; word++) {
            final int said = random.nextInt(9);
            if (live.isEmpty()) {
                live.add(place(orders, side, ++ids, false));
            } else if (said == 0 && live.size() == 1 && live.get(0).state() == OrderState.RESTING) {
                live.get(0).said.add("replace");
                live.add(place(orders, side, ++ids, true));
            } else {
                say(random, said, orders, side, live);
            }
            check(orders, side, live, name + ", word " + word);
        }
    }

    private static void say(
            final SplittableRandom random,
            final int said,
            final Orders orders,
            final SideQuote side,
            final List<Twin> live) {
        final Twin twin = live.get(random.nextInt(live.size()));
        switch (said) {
            case 1 -> twin.cancel();
            case 2, 3 -> twin.open(twin.id, SIZE - random.nextInt(4) * 10L);
            case 4 -> twin.fill(10 * (1 + random.nextInt(3)));
            case 5 -> twin.refuse();
            case 6 -> twin.listed();
            case 7 -> {
                side.onDone(twin.order);
                orders.remove(twin.order);
                live.remove(twin);
                assertEquals(OrderState.DONE, twin.order.state());
                assertNull(orders.find(twin.id));
            }
            default -> twin.fill(0);
        }
    }

    private static Twin place(final Orders orders, final SideQuote side, final long id, final boolean instead) {
        final Order order = orders.add(id, 0, Side.BID, false, 1_000 + id, SIZE, id);
        if (instead) {
            side.onModified(order, id);
        } else {
            side.onPlaced(order);
        }
        return new Twin(id, order);
    }

    private static void check(final Orders orders, final SideQuote side, final List<Twin> live, final String name) {
        assertEquals(live.size(), orders.live(), name);
        assertSame(live.isEmpty() ? null : live.get(live.size() - 1).order, side.current(), name);
        assertSame(live.size() < 2 ? null : live.get(0).order, side.replaced(), name);
        boolean pending = live.size() == 2;
        for (final Twin twin : live) {
            assertSame(twin.order, orders.find(twin.id), name);
            assertEquals(twin.state(), twin.order.state(), () -> name + ": " + twin.said);
            assertEquals(twin.remaining(), twin.order.remaining(), () -> name + ": " + twin.said);
            assertEquals(twin.suspect(), twin.order.isSuspect(), () -> name + ": " + twin.said);
            pending |= twin.state() != OrderState.RESTING;
        }
        assertEquals(pending, side.isPending(), name);
    }

    /** An order and everything said of it. */
    private static final class Twin {
        private final long id;
        private final Order order;
        private final List<String> said = new ArrayList<>();
        private long filled;
        private long least = SIZE;

        Twin(final long id, final Order order) {
            this.id = id;
            this.order = order;
        }

        void open(final long oid, final long remaining) {
            said.add("open");
            least = Math.min(least, remaining);
            order.onOpen(oid, remaining);
        }

        void fill(final long size) {
            filled += size;
            order.onFill(size);
        }

        void cancel() {
            said.add("cancel");
            order.onCancelSent(id);
        }

        void refuse() {
            said.add("refuse");
            order.onActionRefused();
        }

        void listed() {
            said.add("listed");
            order.onListingAsked();
        }

        long remaining() {
            return Math.max(0, Math.min(SIZE - filled, least));
        }

        /** The last action sent and not refused since; without one, resting once it was said to be open. */
        OrderState state() {
            for (int i = said.size() - 1; i >= 0 && !"refuse".equals(said.get(i)); i--) {
                if ("cancel".equals(said.get(i))) {
                    return OrderState.PENDING_CANCEL;
                }
                if ("replace".equals(said.get(i))) {
                    return OrderState.PENDING_REPLACE;
                }
            }
            return said.contains("open") ? OrderState.RESTING : OrderState.PENDING_NEW;
        }

        boolean suspect() {
            final int listed = said.lastIndexOf("listed");
            return listed > said.lastIndexOf("open") && said.subList(0, listed).contains("open");
        }
    }
}
