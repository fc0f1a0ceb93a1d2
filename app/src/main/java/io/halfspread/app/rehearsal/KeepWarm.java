package io.halfspread.app.rehearsal;

import org.agrona.concurrent.Agent;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SystemNanoClock;

/**
 * Keeps the code of the hot line in the core's caches while nothing arrives: when the agent has had no work for a while, a
 * unit of a rehearsal is done between two of its duty cycles, and again after each further while. What arrives during a unit
 * waits for its end: a few microseconds, which is less than a cold line costs.
 */
public final class KeepWarm implements Agent {
    private final Agent agent;
    private final Rehearsal rehearsal;
    private final NanoClock clock;
    private final long intervalNs;
    private long dueNs;

    /**
     * Keeps an agent warm.
     *
     * @param agent      has the thread, and goes first
     * @param rehearsal  done by this thread only
     * @param intervalNs time without work before a unit, and between two units, ns
     */
    public KeepWarm(final Agent agent, final Rehearsal rehearsal, final long intervalNs) {
        this(agent, rehearsal, intervalNs, SystemNanoClock.INSTANCE);
    }

    KeepWarm(final Agent agent, final Rehearsal rehearsal, final long intervalNs, final NanoClock clock) {
        this.agent = agent;
        this.rehearsal = rehearsal;
        this.clock = clock;
        this.intervalNs = intervalNs;
    }

    @Override
    public void onStart() {
        agent.onStart();
        dueNs = clock.nanoTime() + intervalNs;
    }

    @Override
    public int doWork() throws Exception {
        final int work = agent.doWork();
        final long nowNs = clock.nanoTime();
        if (work > 0) {
            dueNs = nowNs + intervalNs;
        } else if (nowNs - dueNs >= 0) {
            rehearsal.step();
            dueNs = clock.nanoTime() + intervalNs;
        }
        return work;
    }

    @Override
    public void onClose() {
        agent.onClose();
    }

    @Override
    public String roleName() {
        return agent.roleName();
    }
}
