package io.halfspread.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.SleepingMillisIdleStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DutyWatchTest {
    private static final long STALL_NS = TimeUnit.MILLISECONDS.toNanos(400);

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Semaphore gate = new Semaphore(0);
    private final AtomicBoolean blocks = new AtomicBoolean();

    @Test
    @SuppressWarnings("try") // the runners are held, not asked
    void shouldNoticeAnAgentThatStandsStillAndWhenItGoesOn() throws Exception {
        final WatchedAgent well = new WatchedAgent(new Blocking("well", new AtomicBoolean()), true);
        final WatchedAgent ill = new WatchedAgent(new Blocking("ill", blocks), true);
        try (AgentRunner first = run(well);
                AgentRunner second = run(ill);
                DutyWatch watch = watch(well, ill)) {
            watch.start();
            assertTrue(!first.isClosed() && !second.isClosed());
            while (well.beats() == 0 || ill.beats() == 0) {
                Thread.onSpinWait();
            }
            assertTrue(told.isEmpty());
            blocks.set(true);

            assertEquals("ill", told.poll(20, TimeUnit.SECONDS));
            assertTrue(told.stream().noneMatch("ill"::equals));
            blocks.set(false);
            gate.release();
            String next = told.poll(20, TimeUnit.SECONDS);
            while (!"recovered".equals(next)) {
                next = told.poll(20, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void shouldNotStepAgainAnAgentThatThrew() throws Exception {
        final WatchedAgent agent = new WatchedAgent(
                new Agent() {
                    @Override
                    public int doWork() {
                        throw new IllegalStateException("broken");
                    }

                    @Override
                    public void onClose() {
                        told.add("closed");
                    }

                    @Override
                    public String roleName() {
                        return "broken";
                    }
                },
                false);

        agent.onStart();
        final AgentTerminationException end = assertThrows(AgentTerminationException.class, agent::doWork);
        assertEquals("broken", end.getCause().getMessage());
        assertEquals(0, agent.doWork());
        agent.onClose();
        assertTrue(told.isEmpty());
    }

    private DutyWatch watch(final WatchedAgent... agents) {
        return new DutyWatch(List.of(agents), STALL_NS, STALL_NS, new DutyWatch.Listener() {
            @Override
            public void onStalled(final String agent, final long silenceNs) {
                told.add(agent);
            }

            @Override
            public void onRecovered() {
                told.add("recovered");
            }
        });
    }

    private static AgentRunner run(final WatchedAgent agent) {
        final AgentRunner runner = new AgentRunner(new SleepingMillisIdleStrategy(1), error -> {}, null, agent);
        AgentRunner.startOnThread(runner);
        return runner;
    }

    /** Goes round until told to block. */
    private final class Blocking implements Agent {
        private final String name;
        private final AtomicBoolean blocked;

        private Blocking(final String name, final AtomicBoolean blocked) {
            this.name = name;
            this.blocked = blocked;
        }

        @Override
        public int doWork() throws InterruptedException {
            if (blocked.get()) {
                gate.acquire();
            }
            return 0;
        }

        @Override
        public String roleName() {
            return name;
        }
    }
}
