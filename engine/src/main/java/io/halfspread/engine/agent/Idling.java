package io.halfspread.engine.agent;

import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/** What a thread does while its agents have no work. It changes latency and never a decision. */
public enum Idling {
    /** Spins: the fastest, a core for each thread. */
    SPIN,
    /** Offers the core to others between two looks. */
    YIELD,
    /** Spins, yields, then sleeps up to 0.2 ms: right where cores are short. */
    BACKOFF,
    /** Spins when every thread can have a core and one is left for the rest of the machine, else backs off. */
    AUTO;

    private static final int MAX_SPINS = 100;
    private static final int MAX_YIELDS = 100;
    private static final long MIN_PARK_NS = 1_000;
    private static final long MAX_PARK_NS = 200_000;

    /**
     * A strategy for one thread.
     *
     * @param threads threads of the pipeline that would spin
     * @param cores   cores of the machine
     * @return a new strategy
     */
    public IdleStrategy strategy(final int threads, final int cores) {
        return switch (this) {
            case SPIN -> BusySpinIdleStrategy.INSTANCE;
            case YIELD -> YieldingIdleStrategy.INSTANCE;
            case BACKOFF -> backoff();
            case AUTO -> cores > threads ? BusySpinIdleStrategy.INSTANCE : backoff();
        };
    }

    private static IdleStrategy backoff() {
        return new BackoffIdleStrategy(MAX_SPINS, MAX_YIELDS, MIN_PARK_NS, MAX_PARK_NS);
    }
}
