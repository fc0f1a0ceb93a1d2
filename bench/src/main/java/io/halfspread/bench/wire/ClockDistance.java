package io.halfspread.bench.wire;

/** How far a receiver's clock is ahead of the venue's: the least that any of the last frames took by both clocks. */
final class ClockDistance {
    private static final int BLOCK = 1_000;

    private long before = Long.MAX_VALUE;
    private long current = Long.MAX_VALUE;
    private int count;

    /** Takes a frame's times; without a venue time it tells nothing. */
    void on(final long receivedNs, final long venueNs) {
        if (venueNs <= 0) {
            return;
        }
        current = Math.min(current, receivedNs - venueNs);
        if (++count == BLOCK) {
            before = current;
            current = Long.MAX_VALUE;
            count = 0;
        }
    }

    /** The distance, ns; 0 before the first frame. */
    long ns() {
        final long least = Math.min(before, current);
        return least == Long.MAX_VALUE ? 0 : least;
    }
}
