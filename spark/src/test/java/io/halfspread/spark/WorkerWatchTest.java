package io.halfspread.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.junit.jupiter.api.Test;

final class WorkerWatchTest {
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);

    private final List<String> log = new ArrayList<>();
    private final WorkerWatch watch = new WorkerWatch(log::add, 0);

    @Test
    void shouldCallItDesertedAfterMinuteWithoutAnybody() {
        assertFalse(watch.isDeserted(0, MINUTE_NS));
        assertTrue(watch.isDeserted(0, MINUTE_NS + 1));
    }

    @Test
    void shouldCountAnewWhenSomebodyWasThere() {
        assertFalse(watch.isDeserted(1, 10 * MINUTE_NS));
        assertFalse(watch.isDeserted(0, 11 * MINUTE_NS));
        assertTrue(watch.isDeserted(0, 11 * MINUTE_NS + 1));
    }

    @Test
    void shouldNameLostExecutorInOneLine() {
        watch.onExecutorRemoved(new SparkListenerExecutorRemoved(0, "7", "worker lost\nand more"));

        assertEquals(List.of("executor 7 is gone (worker lost); its cells run again elsewhere"), log);
        assertEquals("", watch.lastFault());
    }
}
