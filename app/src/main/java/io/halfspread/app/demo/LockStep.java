package io.halfspread.app.demo;

import io.halfspread.app.live.LiveSession;
import io.halfspread.app.live.Outcome;
import io.halfspread.app.live.SessionPump;
import io.halfspread.app.live.VenueAccess;
import io.halfspread.app.live.WireCounts;
import io.halfspread.sim.server.SimVenue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Venue and session on one thread and a virtual clock, over real sockets, so that the same seed gives the same bytes on any
 * machine. Time moves in ticks. Within a tick both are stepped until nothing moves any more and all that one has sent the
 * other has received; then the venue lets out exactly one of the messages it holds, and so on until it holds none. So the
 * order in which messages of several sockets arrive is not left to the operating system.
 */
final class LockStep implements SessionPump {
    private static final long TICK_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);
    private static final WireCounts NOTHING = new WireCounts(0, 0, 0, 0, 0, 0);

    private final VirtualClock clock;
    private final SimVenue venue;
    private VenueAccess access;
    private LiveSession session;
    private boolean blocking;

    /**
     * Steps a venue.
     *
     * @param clock the time of both
     * @param venue holds its messages; stepped by nobody else
     */
    LockStep(final VirtualClock clock, final SimVenue venue) {
        this.clock = clock;
        this.venue = venue;
    }

    /** Counts the requests of this access from here on. */
    void attach(final VenueAccess used) {
        access = used;
    }

    /** Steps this session too from here on. */
    void attach(final LiveSession running) {
        session = running;
    }

    @Override
    public void pump() {
        clock.advance(TICK_NS);
        settle();
        session.observe();
    }

    @Override
    public long nowNs() {
        return clock.nanoTime();
    }

    /** Runs on another thread what waits for HTTP; time goes on only when that waits for a block of the venue. */
    @Override
    public <T> T blocking(final Callable<T> task) throws Exception {
        final FutureTask<T> running = new FutureTask<>(task);
        blocking = true;
        final Thread thread = new Thread(running, "blocking");
        thread.setDaemon(true);
        thread.start();
        final Deadline deadline = new Deadline();
        while (!running.isDone()) {
            venue.step(clock.nowMs());
            if (waitsForBlock()) {
                clock.advance(TICK_NS);
                if (session == null) {
                    venue.step(clock.nowMs());
                } else {
                    settle();
                }
                deadline.restart();
            }
            deadline.check("a request over HTTP");
        }
        blocking = false;
        return Outcome.of(running);
    }

    /** Lets time pass for the venue alone. */
    void freeze(final long ns) {
        final long endNs = clock.nanoTime() + ns;
        while (clock.nanoTime() < endNs) {
            clock.advance(TICK_NS);
            venue.step(clock.nowMs());
        }
    }

    /** Whether a connection may be made: none is under way, and the venue has all that was sent. */
    boolean mayDial() {
        final WireCounts wires = session.wires();
        return wires.dialing() == 0 && hasAllSent(wires);
    }

    /** Lets everything happen that happens at this moment. */
    void settle() {
        boolean quiet;
        do {
            quiet = quiesce();
        } while (quiet && venue.releaseOne());
    }

    /** Goes on until nothing moves any more; false when only a block of the venue lets the session go on. */
    private boolean quiesce() {
        final Deadline deadline = new Deadline();
        while (true) {
            int work = venue.step(clock.nowMs());
            // While the session asks over HTTP only the venue goes on, so that the answer does not race with anything.
            final WireCounts before = session.wires();
            if (before.queries() == 0) {
                work += session.step();
                // Quiet counts only after a step that saw every answer: a query may end between any two looks at it.
                if (work == 0 && isBalanced() && session.wires().queriesGiven() == before.queriesGiven()) {
                    return true;
                }
            } else if (waitsForBlock()) {
                return false;
            }
            deadline.check("both sides");
        }
    }

    private boolean isBalanced() {
        final WireCounts wires = session.wires();
        return wires.dialing() == 0
                && wires.queries() == 0
                && wires.open() == venue.openSockets()
                && wires.messagesReceived() == venue.framesSent()
                && hasAllSent(wires)
                && (access.requestsBegun() == access.requestsEnded() || waitsForBlock())
                && session.isDrained();
    }

    private boolean hasAllSent(final WireCounts wires) {
        return venue.messagesReceived() - venue.requestsReceived() == wires.messagesSent();
    }

    /** Whether everybody who asks over HTTP waits for a request that the venue has and does not answer yet. */
    private boolean waitsForBlock() {
        final long held = venue.requestsReceived() - venue.requestsAnswered();
        return held > 0 && held == askers() && access.requestsBegun() - access.requestsEnded() == held;
    }

    /** Threads with something to ask: each has one request under way or is about to have it. */
    private int askers() {
        final int queries = session == null ? 0 : Math.min(1, session.wires().queries());
        return queries + (blocking ? 1 : 0);
    }

    /** Ends a wait that would not end, and says what was waited for. */
    private final class Deadline {
        private long startNs = System.nanoTime();

        void restart() {
            startNs = System.nanoTime();
        }

        void check(final String what) {
            if (System.nanoTime() - startNs > PATIENCE_NS) {
                final WireCounts wires = session == null ? NOTHING : session.wires();
                throw new IllegalStateException("lock-step waits for " + what + " in vain: session " + wires
                        + ", requests " + access.requestsBegun() + "/" + access.requestsEnded() + "; venue sent "
                        + venue.framesSent() + ", received " + venue.messagesReceived() + ", sockets "
                        + venue.openSockets() + ", holds " + venue.pendingFrames());
            }
            Thread.onSpinWait();
        }
    }
}
