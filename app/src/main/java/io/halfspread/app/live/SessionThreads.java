package io.halfspread.app.live;

import io.halfspread.engine.agent.Idling;
import io.halfspread.engine.agent.PlacedAgent;
import io.halfspread.engine.agent.ThreadPlacement;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.gateway.net.NettyNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.CompositeAgent;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.SleepingMillisIdleStrategy;

/**
 * Steps the agents of a session: each on its own thread, the hot ones on one thread and the journal on another, or all on
 * the caller's. An agent that throws ends its thread; the session then has failed and must be stopped.
 */
final class SessionThreads implements AutoCloseable {
    private static final String ENGINE = "engine";
    private static final String JOURNAL = "journal";
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final long JOURNAL_NAP_MS = 1;
    private static final int CLOSE_MS = 5_000;
    private static final int JOURNAL_CLOSE_MS = 60_000;

    private final ThreadingMode threading;
    private final Idling idling;
    private final ThreadPlacement placement;
    private final Warmth warmth;
    private final List<WatchedAgent> hot = new ArrayList<>();
    private final WatchedAgent journal;
    private final List<AgentRunner> runners = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private boolean started;

    /**
     * Prepares threads.
     *
     * @param threading which threads
     * @param idling    what they do without work
     * @param placement where they run
     * @param warmth    what the hot ones do while nothing arrives
     * @param hot       agents in the order in which events pass them; closed in this order
     * @param journal   records; closed last
     */
    SessionThreads(
            final ThreadingMode threading,
            final Idling idling,
            final ThreadPlacement placement,
            final Warmth warmth,
            final List<Agent> hot,
            final Agent journal) {
        this.threading = threading;
        this.idling = idling;
        this.placement = placement;
        this.warmth = warmth;
        hot.forEach(
                agent -> this.hot.add(new WatchedAgent(agent, !agent.roleName().equals(ENGINE))));
        this.journal = new WatchedAgent(journal, true);
    }

    /** Starts them; with threading invoked the caller steps from here on. */
    void start() {
        started = true;
        if (threading == ThreadingMode.INVOKED) {
            hot.forEach(Agent::onStart);
            journal.onStart();
            return;
        }
        if (threading == ThreadingMode.SHARED) {
            runners.add(runner(kept(new CompositeAgent(hot)), ENGINE, idling.strategy(2, CORES)));
        } else {
            hot.forEach(agent ->
                    runners.add(runner(kept(agent), agent.roleName(), idling.strategy(hot.size() + 1, CORES))));
        }
        runners.add(runner(journal, JOURNAL, journalIdling(runners.size() + 1)));
        runners.forEach(runner -> AgentRunner.startOnThread(runner, NettyNetwork.threads()));
    }

    /** One duty cycle of everything, on the caller's thread; for threading invoked. What throws shows as the failure. */
    int step() {
        int work = 0;
        try {
            for (final Agent agent : hot) {
                work += agent.doWork();
            }
            work += journal.doWork();
        } catch (final Exception e) {
            failure.compareAndSet(null, causeOf(e));
        }
        return work;
    }

    /** All agents, to be watched. */
    List<WatchedAgent> watched() {
        final List<WatchedAgent> all = new ArrayList<>(hot);
        all.add(journal);
        return all;
    }

    /** Whether the caller has to step. */
    boolean isInvoked() {
        return threading == ThreadingMode.INVOKED;
    }

    /** What an agent threw, null while none has. */
    Throwable failure() {
        return failure.get();
    }

    /** Ends the agents in their order, each after it has handled what is left. */
    @Override
    public void close() {
        if (!started) {
            return;
        }
        started = false;
        if (threading == ThreadingMode.INVOKED) {
            hot.forEach(this::end);
            end(journal);
        } else {
            runners.forEach(this::close);
        }
    }

    /**
     * Waits for an agent's end, but not for ever: one that stands still is left behind and counts as failed. The journal may
     * wait for its disk.
     */
    private void close(final AgentRunner runner) {
        try {
            final boolean records = runner.agent().roleName().equals(JOURNAL);
            runner.close(records ? JOURNAL_CLOSE_MS : CLOSE_MS, thread -> {
                throw new IllegalStateException("thread " + thread.getName() + " does not end");
            });
        } catch (final IllegalStateException e) {
            failure.compareAndSet(null, e);
        }
    }

    private static Throwable causeOf(final Throwable error) {
        return error instanceof AgentTerminationException && error.getCause() != null ? error.getCause() : error;
    }

    private void end(final Agent agent) {
        try {
            agent.onClose();
        } catch (final Exception e) {
            failure.compareAndSet(null, e);
        }
    }

    private Agent kept(final Agent agent) {
        return idling == Idling.SPIN ? warmth.keep(agent) : agent;
    }

    /** Where cores are short the journal does not spin beside a spinning thread: it naps, and seldom takes that one's core. */
    private IdleStrategy journalIdling(final int threads) {
        if (idling != Idling.SPIN) {
            return idling.strategy(threads, CORES);
        }
        return CORES > threads ? Idling.SPIN.strategy(threads, CORES) : new SleepingMillisIdleStrategy(JOURNAL_NAP_MS);
    }

    private AgentRunner runner(final Agent agent, final String role, final IdleStrategy waits) {
        return new AgentRunner(
                waits,
                error -> failure.compareAndSet(null, causeOf(error)),
                null,
                new PlacedAgent(agent, role, placement));
    }
}
