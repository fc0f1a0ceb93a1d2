package io.halfspread.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.SleepingMillisIdleStrategy;

/** Threads of the agents that are in no hurry. One that throws says so and goes on. */
final class SideThreads implements AutoCloseable {
    private static final long NAP_MS = 2;

    private final List<AgentRunner> runners = new ArrayList<>();
    private final Consumer<String> log;

    SideThreads(final Consumer<String> log) {
        this.log = log;
    }

    void start(final Agent agent) {
        final AgentRunner runner = new AgentRunner(
                new SleepingMillisIdleStrategy(NAP_MS),
                error -> log.accept("WARN " + agent.roleName() + ": " + error),
                null,
                agent);
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
