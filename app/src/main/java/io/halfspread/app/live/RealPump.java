package io.halfspread.app.live;

import io.halfspread.engine.agent.Idling;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.IdleStrategy;

/** The pump of a session on the real clock: naps while its threads run, or steps them. */
final class RealPump implements SessionPump {
    private static final long NAP_NS = 1_000_000;

    private final LiveSession session;
    private final EpochNanoClock clock;
    private final IdleStrategy idle = Idling.BACKOFF.strategy(1, 1);

    RealPump(final LiveSession session, final EpochNanoClock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public void pump() {
        if (session.isInvoked()) {
            idle.idle(session.step());
        } else {
            LockSupport.parkNanos(NAP_NS);
        }
    }

    @Override
    public <T> T blocking(final Callable<T> task) throws Exception {
        if (!session.isInvoked()) {
            return task.call();
        }
        final FutureTask<T> running = new FutureTask<>(task);
        final Thread thread = new Thread(running, "blocking");
        thread.setDaemon(true);
        thread.start();
        while (!running.isDone()) {
            pump();
        }
        return running.get();
    }

    @Override
    public long nowNs() {
        return clock.nanoTime();
    }
}
