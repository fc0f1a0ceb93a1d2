package io.halfspread.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.SleepingMillisIdleStrategy;

/** Threads of the agents that are in no hurry. One that throws says so and goes on. */
final class SideThreads implements AutoCloseable {
    /** Long enough not to be felt by a hot thread on the same core. */
    private static final long NAP_MS = 10;

    private final List<AgentRunner> runners = new ArrayList<>();
    private final Consumer<String> log;

    SideThreads(final Consumer<String> log) {
        this.log = log;
    }

    void start(final Agent agent) {
        start(agent, new SleepingMillisIdleStrategy(NAP_MS));
    }

    /** Starts an agent that waits in its own way. */
    void start(final Agent agent, final IdleStrategy idle) {
        final AgentRunner runner =
                new AgentRunner(idle, error -> log.accept("WARN " + agent.roleName() + ": " + error), null, agent);
        runners.add(runner);
        AgentRunner.startOnThread(runner);
    }

    /** Ends them in the order in which they were started. */
    @Override
    public void close() {
        runners.forEach(AgentRunner::close);
        runners.clear();
    }
}
