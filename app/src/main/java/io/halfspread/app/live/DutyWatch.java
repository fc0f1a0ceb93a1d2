package io.halfspread.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread that notices when an agent makes no duty cycle any more, and when it does again. A pause of the whole process
 * stalls this thread too and is not held against the agents.
 */
final class DutyWatch implements AutoCloseable {
    /** Time without a stall after which all is well again. */
    static final long RECOVERED_NS = TimeUnit.SECONDS.toNanos(5);

    private static final int LOOKS = 20;
    private static final long JOIN_MS = 1_000;

    private final long stallNs;
    private final long calmNs;
    private final Listener listener;
    private final List<Watched> agents = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "watch");
    private volatile boolean ending;
    private volatile long stalls;
    private volatile long longestNs;

    /** Told of stalls; on the watch's thread. */
    interface Listener {
        /** An agent has made no duty cycle for a time. */
        void onStalled(String agent, long silenceNs);

        /** No agent has been stalled for a while. */
        void onRecovered();
    }

    /** One agent and when it was seen going round. */
    private static final class Watched {
        private final WatchedAgent agent;
        private long beats;
        private long seenNs;
        private boolean stalled;

        private Watched(final WatchedAgent agent) {
            this.agent = agent;
        }
    }

    /**
     * Watches agents once started.
     *
     * @param agents   the agents
     * @param stallNs  time without a duty cycle at which one counts as stalled
     * @param calmNs   time without a stall after which all is well again
     * @param listener told of it
     */
    DutyWatch(final List<WatchedAgent> agents, final long stallNs, final long calmNs, final Listener listener) {
        this.calmNs = calmNs;
        agents.forEach(agent -> this.agents.add(new Watched(agent)));
        this.stallNs = stallNs;
        this.listener = listener;
        thread.setDaemon(true);
    }

    /** Times an agent was found stalled; from any thread. */
    long stalls() {
        return stalls;
    }

    /** Longest time for which an agent was seen making no duty cycle, to within a twentieth of the limit; from any thread. */
    long longestNs() {
        return longestNs;
    }

    void start() {
        thread.start();
    }

    private void run() {
        final long lookNs = stallNs / LOOKS;
        long lastNs = System.nanoTime();
        long stalledNs = lastNs;
        boolean disturbed = false;
        for (final Watched watched : agents) {
            watched.seenNs = lastNs;
        }
        while (!ending) {
            LockSupport.parkNanos(lookNs);
            final long nowNs = System.nanoTime();
            final boolean pausedItself = nowNs - lastNs > stallNs / 2;
            lastNs = nowNs;
            if (look(nowNs, pausedItself)) {
                stalledNs = nowNs;
                disturbed = true;
            } else if (disturbed && nowNs - stalledNs >= calmNs) {
                disturbed = false;
                listener.onRecovered();
            }
        }
    }

    /** Whether an agent is stalled. */
    private boolean look(final long nowNs, final boolean pausedItself) {
        boolean any = false;
        for (final Watched watched : agents) {
            final long beats = watched.agent.beats();
            if (pausedItself || beats != watched.beats || !watched.agent.isRunning()) {
                watched.beats = beats;
                watched.seenNs = nowNs;
                watched.stalled = false;
                continue;
            }
            longestNs = Math.max(longestNs, nowNs - watched.seenNs);
            if (nowNs - watched.seenNs >= stallNs) {
                any = true;
                if (!watched.stalled) {
                    watched.stalled = true;
                    stalls = stalls + 1;
                    listener.onStalled(watched.agent.roleName(), nowNs - watched.seenNs);
                }
            }
        }
        return any;
    }

    @Override
    public void close() {
        ending = true;
        LockSupport.unpark(thread);
        try {
            thread.join(JOIN_MS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
