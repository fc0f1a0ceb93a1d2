package io.halfspread.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void shouldCountActionsBySecondOfEventTime() {
        final OrderRate rate = new OrderRate();
        rate.limit(2);

        rate.onSent(0);
        assertTrue(rate.hasRoom(SECOND - 1, 0));
        assertFalse(rate.hasRoom(SECOND - 1, 1));
        rate.onSent(SECOND - 1);
        assertFalse(rate.hasRoom(SECOND - 1, 0));

        assertTrue(rate.hasRoom(SECOND, 0));
        assertFalse(rate.hasRoom(SECOND, 1));
        assertTrue(rate.hasRoom(2 * SECOND - 1, 1));
    }

    @Test
    void shouldBreachAtTheLimitOnceAndStayUntilReset() {
        final Drawdown drawdown = new Drawdown();
        drawdown.start(10);

        assertFalse(drawdown.onPnl(5));
        assertFalse(drawdown.onPnl(-4.99));
        assertTrue(drawdown.onPnl(-5));
        assertFalse(drawdown.onPnl(-6));
        assertTrue(drawdown.isBreached());
        assertEquals(11, drawdown.lossUsd());
        drawdown.reset(-6);

        assertFalse(drawdown.isBreached());
        assertFalse(drawdown.onPnl(-15.99));
        assertTrue(drawdown.onPnl(-16));
    }
}
