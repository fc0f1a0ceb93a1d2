package io.halfspread.sim.server;

/**
 * When the next block is due: at fixed steps, or at steps drawn from the venue's measured distribution, shorter by the
 * market's speed.
 */
final class BlockClock {
    /** Gaps in ms at equally likely steps, as measured in September 2026: median 67, 99 of 100 within 136. */
    private static final int[] GAPS_MS = {
        46, 50, 53, 55, 57, 58, 60, 61, 62, 63, 64, 65, 66, 66, 67, 67, 67, 68, 69, 70, 71, 72, 74, 76, 78, 81, 85, 90,
        97, 106, 120, 136
    };

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long LONGEST_LAG_US = 10_000_000;
    private static final long US_PER_MS = 1000;

    private final int fixedMs;
    private final int speed;
    private long state;
    private long nextUs = Long.MIN_VALUE;

    BlockClock(final int blockMs, final int speed, final long seed) {
        this.speed = speed;
        fixedMs = blockMs > 0 ? blockMs : VenueConfig.DRAWN_BLOCKS;
        state = seed;
    }

    /** Time of a block that is due, or -1. After a pause of the process it goes on from now. */
    long due(final long nowMs) {
        final long nowUs = nowMs * US_PER_MS;
        if (nextUs < nowUs - LONGEST_LAG_US) {
            nextUs = nowUs;
        }
        if (nextUs > nowUs) {
            return -1;
        }
        final long dueMs = nextUs / US_PER_MS;
        nextUs += (fixedMs > 0 ? fixedMs : drawnMs()) * US_PER_MS / speed;
        return dueMs;
    }

    private int drawnMs() {
        state += GOLDEN_GAMMA;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return GAPS_MS[(int) ((mixed >>> 32) * GAPS_MS.length >>> 32)];
    }
}
