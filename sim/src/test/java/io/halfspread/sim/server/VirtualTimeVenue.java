package io.halfspread.sim.server;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A venue stepped all the time by a thread of its own, whose clock moves only when a test says so. */
final class VirtualTimeVenue implements AutoCloseable {
    static final long START_MS = 1_790_000_000_000L;
    private static final long REST_NS = TimeUnit.MICROSECONDS.toNanos(50);

    private final AtomicLong nowMs = new AtomicLong(START_MS);
    private final SimVenue venue;
    private final Thread thread;
    private volatile boolean ended;
    private volatile long stepped;

    VirtualTimeVenue(final VenueConfig config) {
        venue = SimVenue.open(config);
        thread = new Thread(this::serve, "stepped-venue");
        thread.setDaemon(true);
        thread.start();
    }

    SimVenue venue() {
        return venue;
    }

    TestClient client() {
        return new TestClient(venue.port());
    }

    long nowMs() {
        return nowMs.get();
    }

    /** Moves the clock and waits until the venue has done what is due at the new time. */
    void advance(final long ms) {
        final long wanted = nowMs.addAndGet(ms);
        while (stepped < wanted) {
            Thread.onSpinWait();
        }
    }

    void awaitSockets(final int count) {
        while (venue.openSockets() != count) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        while (!ended) {
            final long now = nowMs.get();
            if (venue.step(now) == 0) {
                LockSupport.parkNanos(REST_NS);
            }
            stepped = now;
        }
        venue.close();
    }
}
