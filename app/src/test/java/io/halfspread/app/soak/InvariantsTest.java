package io.halfspread.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.demo.DemoVenue;
import io.halfspread.sim.exchange.AccountState;
import io.halfspread.sim.exchange.FillRecord;
import io.halfspread.sim.exchange.OrderRecord;
import io.halfspread.sim.exchange.PositionRecord;
import io.halfspread.sim.exchange.Tif;
import io.halfspread.sim.faults.FaultKind;
import io.halfspread.sim.faults.InjectedFault;
import io.halfspread.sim.server.AccountTruth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Each invariant is given a session and a venue that agree, then one thing that does not hold, and must name it. */
class InvariantsTest {
    private static final long ONE = 100_000_000L;
    private static final long LOT = ONE / 100;
    private static final long CENT = ONE / 100;
    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long DEPOSIT = DemoVenue.DEPOSIT_USDC * DemoVenue.DECIMAL8;
    private static final SoakLimits LIMITS = new SoakLimits(3 * ONE, ONE, 3 * SECOND_NS, 5 * SECOND_NS, 30 * SECOND_NS);

    private final Facts session = new Facts();
    private final Venue venue = new Venue();
    private final Violations violations = new Violations();
    private final Invariants invariants = new Invariants(session, LIMITS, violations);
    private final FeedWatch feed = new FeedWatch(LIMITS, violations);

    @Test
    void shouldFindNothingWhenTheyAgree() {
        venue.order(1, true, 39);
        venue.order(2, false, 41);
        session.knows(1, 2);
        venue.fill(true, 2 * ONE);
        session.position = 2 * ONE;
        session.fills = 1;
        seconds(0, 60);
        venue.open.clear();
        session.live.clear();
        end();

        assertEquals(List.of(), violations.lines());
        assertTrue(invariants.agrees());
    }

    @Test
    void shouldNoticeAPositionThatIsOffByOneLot() {
        seconds(0, 2);
        session.position = LOT;
        session.resyncs++;
        seconds(2, 3);

        assertNoticed("the position after a comparison");
    }

    @Test
    void shouldAllowAFillOfTheLastSecondToBeOnItsWayAndNoLonger() {
        seconds(0, 2);
        venue.fill(true, LOT);
        session.resyncs++;
        invariants.check(venue.truth(), 2 * SECOND_NS);
        assertEquals(List.of(), violations.lines());

        seconds(2, 4);
        session.resyncs++;
        seconds(4, 5);

        assertNoticed("the position after a comparison");
    }

    @Test
    void shouldNoticeAPositionBeyondWhatIsAdmitted() {
        venue.fill(true, LIMITS.admitted());
        session.position = LIMITS.admitted();
        seconds(0, 2);
        assertEquals(List.of(), violations.lines());

        venue.fill(true, LOT);
        session.position += LOT;
        seconds(2, 3);

        assertNoticed("the position limit");
    }

    @Test
    void shouldNoticeAnOrderThatTheSessionDoesNotKnow() {
        venue.order(7, true, 39);
        seconds(0, 20);
        assertEquals(List.of(), violations.lines());

        seconds(20, 22);

        assertNoticed("an order the session does not know");
    }

    @Test
    void shouldNoticeAnOrderWithoutAClientOrderId() {
        venue.foreign(9, false, 41);
        seconds(0, 22);

        assertNoticed("an order the session does not know");
    }

    @Test
    void shouldForgiveAnOrderThatBecomesKnownInTime() {
        venue.order(7, true, 39);
        seconds(0, 19);
        session.knows(7);
        seconds(19, 40);

        assertEquals(List.of(), violations.lines());
    }

    @Test
    void shouldNoticeOrdersOfOursThatCross() {
        venue.order(1, true, 40);
        venue.order(2, false, 40);
        session.knows(1, 2);
        seconds(0, 1);

        assertNoticed("an order of ours crosses another");
    }

    @Test
    void shouldNoticeAnOrderThatStandsAfterKill() {
        venue.order(1, true, 39);
        session.knows(1);
        invariants.killed(0);
        seconds(0, 30);
        assertEquals(List.of(), violations.lines());

        seconds(30, 31);

        assertNoticed("an order stands after kill");
    }

    @Test
    void shouldNoticeAQuoteOnADeadFeed() {
        venue.order(1, true, 39);
        feed.check(10_000, 14_500, venue.open, List.of(), 0);
        assertEquals(List.of(), violations.lines());

        feed.check(10_000, 14_501, venue.open, List.of(), 0);

        assertNoticed("a quote on a dead feed");
    }

    @Test
    void shouldNoticeAQuoteOnADeadFeedOnlyAfterTheHorizonWhenNothingCanBeCancelled() {
        venue.order(1, true, 39);
        final List<InjectedFault> reset = List.of(new InjectedFault(FaultKind.HALF_OPEN, 11_000, 60_000, ""));
        feed.check(10_000, 43_000, venue.open, reset, 0);
        assertEquals(List.of(), violations.lines());

        feed.check(10_000, 43_001, venue.open, reset, 0);

        assertNoticed("a quote on a dead feed");
    }

    @Test
    void shouldNoticeAFillThatIsCountedTwice() {
        venue.fill(true, LOT);
        session.position = LOT;
        session.fills = 2;
        end();

        assertNoticed("every fill once");
    }

    @Test
    void shouldNoticeAFillThatIsNotCounted() {
        venue.fill(true, LOT);
        venue.fill(false, LOT);
        end();

        assertNoticed("every fill once");
    }

    @Test
    void shouldNoticeMoneyThatIsOffByACent() {
        venue.rawUsd = DEPOSIT + 5 * ONE;
        session.paidUsd = 5;
        end();
        assertEquals(List.of(), violations.lines());

        venue.rawUsd += CENT;
        end();

        assertNoticed("the venue's ledger");
    }

    @Test
    void shouldNoticeMoneyThatIsNoNumber() {
        session.paidUsd = Double.NaN;
        end();

        assertNoticed("the venue's ledger");
    }

    @Test
    void shouldNoticeAnOrderThatIsOpenAtTheEnd() {
        venue.order(1, true, 39);
        end();

        assertNoticed("nothing open at the end");
    }

    @Test
    void shouldNoticeAnOrderWhoseEndTheSessionDoesNotKnow() {
        session.knows(1);
        end();

        assertNoticed("nothing open at the end");
    }

    @Test
    void shouldNoticeAnotherPositionAtTheEnd() {
        session.position = -LOT;
        end();

        assertNoticed("the position at the end");
    }

    private void seconds(final int from, final int until) {
        for (long tick = from * 100L; tick < until * 100L; tick++) {
            invariants.check(venue.truth(), tick * TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private void end() {
        SessionEnd.check(session, venue.truth(), violations, 0);
    }

    private void assertNoticed(final String invariant) {
        assertEquals(1, violations.lines().size(), () -> violations.lines().toString());
        assertTrue(
                violations.lines().get(0).startsWith(invariant + " at "),
                violations.lines().get(0));
    }

    /** What the session believes. */
    private static final class Facts implements SessionFacts {
        private final Set<Long> live = new HashSet<>();
        private long position;
        private long resyncs;
        private long fills;
        private double paidUsd;

        void knows(final long... cloids) {
            for (final long cloid : cloids) {
                live.add(cloid);
            }
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public boolean isLive(final long cloidLow) {
            return live.contains(cloidLow);
        }

        @Override
        public long resyncs() {
            return resyncs;
        }

        @Override
        public boolean isDrained() {
            return true;
        }

        @Override
        public int liveOrders() {
            return live.size();
        }

        @Override
        public long fills() {
            return fills;
        }

        @Override
        public double paidUsd() {
            return paidUsd;
        }
    }

    /** What the venue says. */
    private static final class Venue {
        private final List<OrderRecord> open = new ArrayList<>();
        private final List<FillRecord> fills = new ArrayList<>();
        private long rawUsd = DEPOSIT;
        private long position;

        void order(final long cloid, final boolean buy, final long px) {
            add(cloid, String.format("0x%032x", cloid), buy, px);
        }

        void foreign(final long oid, final boolean buy, final long px) {
            add(oid, null, buy, px);
        }

        private void add(final long oid, final String cloid, final boolean buy, final long px) {
            open.add(new OrderRecord("", oid, cloid, 0, buy, px * ONE, ONE, ONE, false, Tif.ALO, 1));
        }

        void fill(final boolean buy, final long sz) {
            fills.add(
                    new FillRecord(0, 40 * ONE, sz, buy, 0, position, "", 0, "", 1, null, false, 0, fills.size() + 1L));
            position += buy ? sz : -sz;
        }

        AccountTruth truth() {
            final List<PositionRecord> positions =
                    position == 0 ? List.of() : List.of(new PositionRecord(0, position, 0, 0, 0, 0, 0, 1, 10, 0, 0, 0));
            return new AccountTruth(
                    open, fills, fills.size(), new AccountState(rawUsd, rawUsd, 0, 0, 0, 0, positions), 0);
        }
    }
}
