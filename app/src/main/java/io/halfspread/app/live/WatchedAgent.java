package io.halfspread.app.live;

import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentTerminationException;

/**
 * An agent that shows that it goes round: it counts its duty cycles for whoever watches. One that throws is not stepped
 * again, since nobody knows how far it got.
 */
final class WatchedAgent implements Agent {
    private final Agent agent;
    private final boolean closesAfterError;
    private final AtomicLong beats = new AtomicLong();
    private long count;
    private boolean failed;
    private volatile boolean running;

    /**
     * Watches an agent.
     *
     * @param agent            the agent
     * @param closesAfterError whether it may still end in order after it has thrown
     */
    WatchedAgent(final Agent agent, final boolean closesAfterError) {
        this.agent = agent;
        this.closesAfterError = closesAfterError;
    }

    @Override
    public void onStart() {
        agent.onStart();
        running = true;
    }

    @Override
    public int doWork() throws Exception {
        if (failed) {
            return 0;
        }
        try {
            final int work = agent.doWork();
            beats.lazySet(++count);
            return work;
        } catch (final Throwable error) {
            failed = true;
            running = false;
            throw new AgentTerminationException(error);
        }
    }

    @Override
    public void onClose() {
        running = false;
        if (!failed || closesAfterError) {
            agent.onClose();
        }
    }

    @Override
    public String roleName() {
        return agent.roleName();
    }

    /** Duty cycles so far; from any thread. */
    long beats() {
        return beats.get();
    }

    /** Whether it is started, and neither closed nor failed; from any thread. */
    boolean isRunning() {
        return running;
    }
}
