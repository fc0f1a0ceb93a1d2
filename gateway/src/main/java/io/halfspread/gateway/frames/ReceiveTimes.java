package io.halfspread.gateway.frames;

/**
 * Receive times of a recording as they go into the ring: never earlier than the one before. One that runs back by little, since
 * recorders with several sockets interleave them, is lifted and counted; more is for the caller to refuse. For one thread.
 */
public final class ReceiveTimes {
    /** How far a receive time may run back. */
    public static final long TOLERANCE_NS = 1_000_000_000L;

    private long newestNs;
    private long lifted;
    private long largestLiftNs;

    /**
     * Times of a recording before its first.
     *
     * @param earliestNs what the first is compared with, ns since the epoch; {@link Long#MIN_VALUE} for nothing
     */
    public ReceiveTimes(final long earliestNs) {
        newestNs = earliestNs;
    }

    /**
     * Whether a time runs back further than is lifted.
     *
     * @param ns the time, ns since the epoch
     * @return true when it has to be refused
     */
    public boolean isTooEarly(final long ns) {
        return ns < newestNs && newestNs - ns > TOLERANCE_NS;
    }

    /**
     * Takes the next time.
     *
     * @param ns the time, ns since the epoch, not too early
     * @return it, or the one before when that is later
     */
    public long take(final long ns) {
        if (ns < newestNs) {
            lifted++;
            largestLiftNs = Math.max(largestLiftNs, newestNs - ns);
        } else {
            newestNs = ns;
        }
        return newestNs;
    }

    /** The time taken last. */
    long newestNs() {
        return newestNs;
    }

    /** Forgets what was taken since a time was the newest; what was lifted stays counted. */
    void forgetSince(final long ns) {
        newestNs = ns;
    }

    /**
     * Times that were lifted.
     *
     * @return the count
     */
    public long lifted() {
        return lifted;
    }

    /**
     * The furthest that one was lifted.
     *
     * @return ns, at most {@link #TOLERANCE_NS}
     */
    public long largestLiftNs() {
        return largestLiftNs;
    }
}
