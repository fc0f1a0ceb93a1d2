package io.halfspread.app.demo;

import org.agrona.concurrent.EpochNanoClock;

/** Time that passes only when somebody says so. Read from any thread. */
final class VirtualClock implements EpochNanoClock {
    /** Where the time of every demonstration on a virtual clock begins: 2023-11-14T22:13:20Z. */
    static final long START_NS = 1_700_000_000_000_000_000L;

    private static final long NS_PER_MS = 1_000_000L;

    private volatile long nowNs = START_NS;

    @Override
    public long nanoTime() {
        return nowNs;
    }

    long nowMs() {
        return nowNs / NS_PER_MS;
    }

    /** Lets time pass; by one thread only. */
    void advance(final long ns) {
        nowNs = nowNs + ns;
    }
}
