package io.halfspread.app.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.agrona.concurrent.Agent;
import org.junit.jupiter.api.Test;

final class KeepWarmTest {
    private static final long INTERVAL_NS = 50_000;
    private static final long CYCLE_NS = 1_000;
    private static final int CYCLES = 10_000;

    private long nowNs;

    @Test
    void shouldRehearseOnlyAfterAWhileWithoutWork() throws Exception {
        final Rehearsal rehearsal = new Rehearsal();
        final int[] work = {1};
        final KeepWarm kept = new KeepWarm(agent(() -> work[0]), rehearsal, INTERVAL_NS, () -> nowNs);
        kept.onStart();
        cycles(kept, CYCLES);
        assertEquals(0, rehearsal.frames());
        work[0] = 0;
        cycles(kept, CYCLES);
        final long units = CYCLES * CYCLE_NS / INTERVAL_NS;
        assertEquals(units / Rehearsal.UNITS, rehearsal.frames(), 1);
    }

    @Test
    void shouldLeaveASessionAsItIsWhenItIsKeptWarm() throws Exception {
        final Rehearsal alone = new Rehearsal();
        final Rehearsal session = new Rehearsal();
        final Rehearsal warmth = new Rehearsal();
        final int[] cycle = {0};
        final KeepWarm kept = new KeepWarm(
                agent(() -> {
                    if (++cycle[0] % 100 != 0) {
                        return 0;
                    }
                    session.step();
                    return 1;
                }),
                warmth,
                INTERVAL_NS,
                () -> nowNs);
        kept.onStart();
        cycles(kept, CYCLES);
        for (int i = 0; i < CYCLES / 100; i++) {
            alone.step();
        }
        assertTrue(warmth.actions() > 0, "nothing was rehearsed");
        assertTrue(session.actions() > 0, "the session did nothing");
        assertEquals(alone.actions(), session.actions());
        assertEquals(alone.hash(), session.hash());
    }

    private void cycles(final Agent agent, final int count) throws Exception {
        for (int i = 0; i < count; i++) {
            nowNs += CYCLE_NS;
            agent.doWork();
        }
    }

    private interface Work {
        int cycle();
    }

    private static Agent agent(final Work work) {
        return new Agent() {
            @Override
            public int doWork() {
                return work.cycle();
            }

            @Override
            public String roleName() {
                return "session";
            }
        };
    }
}
