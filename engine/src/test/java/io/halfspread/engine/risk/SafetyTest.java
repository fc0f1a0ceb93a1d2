package io.halfspread.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SafetyTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final long NOON = 20_000 * DAY + DAY / 2;

    @Test
    void shouldStopAtTheLossOfADayAndGoOnTheNext() {
        final DailyLoss loss = new DailyLoss();
        loss.start(10, 0);

        assertFalse(loss.onPnl(NOON, 25));
        assertFalse(loss.onPnl(NOON, -9.99));
        assertTrue(loss.onPnl(NOON + 1, -10));
        assertFalse(loss.onPnl(NOON + 2, -12));
        assertTrue(loss.isBreached());
        assertFalse(loss.onPnl(NOON + DAY / 2, -21.99));
        assertFalse(loss.isBreached());
        assertEquals(9.99, loss.lossUsd(), 1e-9);
        assertTrue(loss.onPnl(NOON + DAY / 2 + 1, -22));
    }

    @Test
    void shouldCountWhatEarlierSessionsOfTheDayLostUntilMidnight() {
        final DailyLoss loss = new DailyLoss();
        loss.start(10, -4);

        assertEquals(4, loss.lossUsd());
        assertFalse(loss.onPnl(NOON, -5.99));
        assertTrue(loss.onPnl(NOON, -6));
        loss.reset(-6);
        assertFalse(loss.onPnl(NOON, -15.99));
        assertTrue(loss.onPnl(NOON, -16));
    }

    @Test
    void shouldNotForgetALossWhenToldToRunWithoutABreach() {
        final DailyLoss loss = new DailyLoss();
        loss.start(10, 0);
        loss.onPnl(NOON, -9);
        loss.reset(-9);

        assertTrue(loss.onPnl(NOON, -10));
    }

    @Test
    void shouldSeeAVenueClockAheadAtOnce() {
        final ClockSkew skew = new ClockSkew();
        skew.limit(5 * SECOND);

        assertFalse(skew.onData(NOON, NOON + 5 * SECOND - 1));
        assertFalse(skew.onData(NOON, NOON + 5 * SECOND));
        assertTrue(skew.onData(NOON, NOON + 5 * SECOND + 1));
        assertTrue(skew.isBeyond());
        assertEquals(-5 * SECOND - 1, skew.observedNs());
        assertTrue(skew.onData(NOON + 1, NOON));
        assertFalse(skew.isBeyond());
    }

    @Test
    void shouldSeeALocalClockAheadOnlyWhenNoMessageIsQuicker() {
        final ClockSkew skew = new ClockSkew();
        skew.limit(5 * SECOND);
        for (int i = 0; i < 40; i++) {
            skew.onData(NOON + i * SECOND, NOON + i * SECOND - (i % 4 == 0 ? 5 : 60) * SECOND);
            assertFalse(skew.isBeyond());
        }
        boolean changed = false;
        for (int i = 40; i < 52; i++) {
            changed |= skew.onData(NOON + i * SECOND, NOON + (i - 5) * SECOND - 1);
        }
        assertTrue(changed);
        assertTrue(skew.isBeyond());
    }

    @Test
    void shouldTellHowLongTheBudgetLasts() {
        final RequestBudget budget = new RequestBudget();
        budget.start(true, 1_000);
        for (int i = 0; i <= 60; i++) {
            assertEquals(Double.POSITIVE_INFINITY, budget.runwayHours(NOON + i * SECOND - 1));
            budget.onPlace(NOON + i * SECOND);
        }
        final long nowNs = NOON + 60 * SECOND;
        final double hours = budget.runwayHours(nowNs);

        assertEquals(939 / (61 * 60.0), hours, 1e-9);
        budget.minRunway(hours * 0.999);
        assertFalse(budget.isRunwayShort(nowNs));
        budget.minRunway(hours);
        assertFalse(budget.isRunwayShort(nowNs));
        assertEquals(1, budget.scarcity(nowNs));
        budget.minRunway(hours * 2);
        assertTrue(budget.isRunwayShort(nowNs));
        assertEquals(2, budget.scarcity(nowNs), 1e-9);
        budget.onTraded(nowNs, 61_00000000L);
        assertFalse(budget.isRunwayShort(nowNs));
    }

    @Test
    void shouldForgetAPaceOfLongAgo() {
        final Runway runway = new Runway();
        runway.add(NOON, 600);
        runway.add(NOON + 599 * SECOND, 0);
        assertEquals(100 / 3606.0, runway.hours(100, NOON + 599 * SECOND), 1e-4);

        assertEquals(Double.POSITIVE_INFINITY, runway.hours(100, NOON + 1_801 * SECOND));
    }

    @Test
    void shouldCountActionsOfAnySecond() {
        final OrderRate rate = new OrderRate();
        rate.limit(3);
        for (int i = 0; i < 3; i++) {
            assertTrue(rate.hasRoom(i * SECOND / 4, 0));
            rate.onSent(i * SECOND / 4);
        }

        assertFalse(rate.hasRoom(SECOND - 1, 0));
        assertTrue(rate.hasRoom(SECOND, 0));
        assertFalse(rate.hasRoom(SECOND, 1));
        assertTrue(rate.hasRoom(SECOND + SECOND / 4, 1));
        assertFalse(rate.hasRoom(SECOND + SECOND / 4, 3));
    }
}
