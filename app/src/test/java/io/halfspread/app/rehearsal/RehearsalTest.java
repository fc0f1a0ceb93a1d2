package io.halfspread.app.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

final class RehearsalTest {

    @Test
    void shouldSignAnActionForEveryFrame() {
        final Rehearsal rehearsal = new Rehearsal();
        for (int i = 0; i < 2_000 * Rehearsal.UNITS; i++) {
            rehearsal.step();
        }
        assertEquals(2_000, rehearsal.frames());
        assertEquals(2_000, rehearsal.actions());
    }

    @Test
    void shouldMakeNoObjectsOnceItRuns() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final Rehearsal rehearsal = new Rehearsal();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1_000 * Rehearsal.UNITS; i++) {
                rehearsal.step();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }
}
