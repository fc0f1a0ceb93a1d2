package io.halfspread.engine.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.TradingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VenueInterleavingTest {
    private static final int SESSIONS = 250;
    private static final int STEPS = 400;
    private static final int MOST_STEPS = 20_000;

    private long executed;

    @Test
    void shouldAccountForEveryOrderAndFillHoweverTheVenueTellsOfThem() {
        for (long seed = 0; seed < SESSIONS; seed++) {
            session(seed);
        }

        assertTrue(executed > 10 * SESSIONS, "fills: " + executed);
    }

    private void session(final long seed) {
        final String name = "seed " + seed;
        final SplittableRandom random = new SplittableRandom(seed);
        final EngineHarness engine = new EngineHarness().open();
        final RandomVenue venue = new RandomVenue(engine, seed, 30_000_000L);
        double mid = 37.5;
        for (int i = 0; i < STEPS; i++) {
            if (random.nextInt(4) == 0) {
                mid = Math.max(30, mid + (random.nextInt(5) - 2) * 0.02);
                engine.bbo(mid - 0.01, mid + 0.01);
            }
            venue.step(true);
        }

        settle(engine, venue, name);
        check(engine, venue, name);

        engine.in.mode(engine.nowNs, 65535, TradingMode.PAUSE);
        settle(engine.step(), venue, name);
        assertEquals(0, venue.openOrders(Side.BID) + venue.openOrders(Side.ASK), name + ": an order was lost");

        engine.in.mode(engine.nowNs, 65535, TradingMode.RUN);
        settle(engine.step(), venue, name);
        engine.bbo(mid - 0.01, mid + 0.01);
        settle(engine, venue, name);
        check(engine, venue, name);
        assertEquals(
                quotes(engine), venue.openOrders(Side.BID) + " " + venue.openOrders(Side.ASK), name + ": a side hangs");
        executed += venue.executed();
    }

    private static void check(final EngineHarness engine, final RandomVenue venue, final String name) {
        assertEquals(venue.position(), engine.handler.position(0), name + ": position");
        assertTrue(venue.mostOfASide() <= 1, name + ": two orders of a side were open at once");
        assertEquals(
                0,
                engine.alerts.stream()
                        .filter(alert ->
                                alert.code() == RiskCode.UNKNOWN_ORDER || alert.code() == RiskCode.POSITION_MISMATCH)
                        .count(),
                name + ": " + engine.alerts);
    }

    /** Quotes wanted a side by the last decision. */
    private static String quotes(final EngineHarness engine) {
        final EngineHarness.Decision last = engine.lastDecision();
        return (last.bidPx() > 0 ? 1 : 0) + " " + (last.askPx() > 0 ? 1 : 0);
    }

    /** Lets everything under way come to its end; refused orders may be placed again many times. */
    private static void settle(final EngineHarness engine, final RandomVenue venue, final String name) {
        for (int i = 0; i < MOST_STEPS; i++) {
            if (venue.isQuiet()) {
                return;
            }
            venue.step(false);
        }
        throw new AssertionError(name + ": the session never comes to rest");
    }
}
