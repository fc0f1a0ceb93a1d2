package io.halfspread.engine.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;
import org.junit.jupiter.api.Test;

class IdlingTest {
    @Test
    void shouldSpinOnItsOwnAccordOnlyWhereACoreIsLeft() {
        assertSame(BusySpinIdleStrategy.INSTANCE, Idling.AUTO.strategy(3, 4));
        assertInstanceOf(BackoffIdleStrategy.class, Idling.AUTO.strategy(2, 2));
        assertSame(BusySpinIdleStrategy.INSTANCE, Idling.SPIN.strategy(8, 1));
        assertSame(YieldingIdleStrategy.INSTANCE, Idling.YIELD.strategy(1, 8));
    }

    @Test
    void shouldPlaceTheThreadThatRunsTheAgentBeforeItsFirstDutyCycle() throws InterruptedException {
        final List<String> log = new ArrayList<>();
        final CountDownLatch worked = new CountDownLatch(1);
        final Agent agent = new Agent() {
            @Override
            public int doWork() {
                if (worked.getCount() > 0) {
                    log.add("work on " + Thread.currentThread().getName());
                    worked.countDown();
                }
                return 0;
            }

            @Override
            public String roleName() {
                return "some-role";
            }
        };
        final Agent placed = new PlacedAgent(
                agent,
                "engine",
                role -> log.add(role + " on " + Thread.currentThread().getName()));

        try (AgentRunner runner =
                new AgentRunner(Idling.BACKOFF.strategy(1, 1), Throwable::printStackTrace, null, placed)) {
            AgentRunner.startOnThread(runner);
            worked.await(10, TimeUnit.SECONDS);
        }

        assertEquals(List.of("engine on some-role", "work on some-role"), log);
    }
}
