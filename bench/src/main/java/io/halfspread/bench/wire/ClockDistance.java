package io.halfspread.bench.wire;

import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.LongArrayList;

/**
 * How far a session's clock is ahead of the machine's monotonic one: both keep their distance while the session lives. It is the
 * median over frames, from the hand-over to the socket to the time of ingress; a frame's way is in it, some microseconds. The least
 * would not do: a thread that loses its core between its clock and its socket stamps frames before they were sent.
 */
final class ClockDistance {
    private static final long MS_NS = 1_000_000;

    private final Long2LongHashMap sentNs;
    private final LongArrayList apartNs = new LongArrayList();

    /**
     * Nothing known yet.
     *
     * @param sentNs monotonic time of each asked frame by its venue time, ms
     */
    ClockDistance(final Long2LongHashMap sentNs) {
        this.sentNs = sentNs;
    }

    /** Takes a frame's times by the session's and the venue's clock. */
    void on(final long receivedNs, final long venueNs) {
        final long sent = sentNs.get(venueNs / MS_NS);
        if (sent != sentNs.missingValue()) {
            apartNs.addLong(receivedNs - sent);
        }
    }

    /** The distance, ns; 0 before the first frame. */
    long ns() {
        final long[] sorted = apartNs.longStream().sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
