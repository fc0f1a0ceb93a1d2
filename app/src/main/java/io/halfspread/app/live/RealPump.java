package io.halfspread.app.live;

import io.halfspread.engine.agent.Idling;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.IdleStrategy;

/** The pump of a session on the real clock: naps while its threads run, or steps them. */
public final class RealPump implements SessionPump {
    private static final long NAP_NS = 5_000_000;

    private LiveSession session;
    private final EpochNanoClock clock;
    private final IdleStrategy idle = Idling.BACKOFF.strategy(1, 1);

    /**
     * A pump without a session.
     *
     * @param clock the session's clock
     */
    public RealPump(final EpochNanoClock clock) {
        this.clock = clock;
    }

    /**
     * Pumps a session from here on.
     *
     * @param running the session
     */
    public void attach(final LiveSession running) {
        session = running;
    }

    @Override
    public void pump() {
        if (session != null && session.isInvoked()) {
            idle.idle(session.step());
        } else {
            LockSupport.parkNanos(NAP_NS);
        }
    }

    @Override
    public <T> T blocking(final Callable<T> task) throws Exception {
        if (session == null || !session.isInvoked()) {
            return task.call();
        }
        final FutureTask<T> running = new FutureTask<>(task);
        final Thread thread = new Thread(running, "blocking");
        thread.setDaemon(true);
        thread.start();
        while (!running.isDone()) {
            pump();
        }
        return Outcome.of(running);
    }

    @Override
    public long nowNs() {
        return clock.nanoTime();
    }
}
