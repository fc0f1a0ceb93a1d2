package io.halfspread.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BlockClockTest {
    private static final long START_MS = 1_790_000_000_000L;
    private static final long SPAN_MS = 60_000;

    @Test
    void shouldMakeSoManyTimesAsManyBlocksWhenTheMarketIsFaster() {
        final int own = blocks(new BlockClock(VenueConfig.DRAWN_BLOCKS, 1, 7));
        final int fast = blocks(new BlockClock(VenueConfig.DRAWN_BLOCKS, 50, 7));

        assertTrue(own > 700 && own < 950, own + " blocks in a minute");
        assertEquals(50.0, (double) fast / own, 1.5);
    }

    @Test
    void shouldGoOnFromNowAfterALongPause() {
        final BlockClock clock = new BlockClock(100, 1, 7);
        assertEquals(START_MS, clock.due(START_MS));
        assertEquals(-1, clock.due(START_MS + 99));
        assertEquals(START_MS + 100, clock.due(START_MS + 10_100));
        assertEquals(START_MS + 30_000, clock.due(START_MS + 30_000));
        assertEquals(-1, clock.due(START_MS + 30_000));
    }

    private static int blocks(final BlockClock clock) {
        int blocks = 0;
        for (long nowMs = START_MS; nowMs < START_MS + SPAN_MS; nowMs++) {
            while (clock.due(nowMs) >= 0) {
                blocks++;
            }
        }
        return blocks;
    }
}
