package io.halfspread.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.sim.faults.FaultKind;
import io.halfspread.sim.faults.FaultPlan;
import io.halfspread.sim.faults.FaultPlanException;
import io.halfspread.sim.faults.FaultPlanReader;
import io.halfspread.sim.faults.InjectedFault;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultDeskTest {
    private static final String PLAN = "drop chance 0.1 on bbo\ndelay chance 0.2 for 50ms..2s\nreset every 7s\n";

    @Test
    void shouldDrawTheSameFaultsOfTheSameSeedAndOthersOfAnother() throws Exception {
        assertEquals(play(PLAN, 7), play(PLAN, 7));
        assertNotEquals(play(PLAN, 7), play(PLAN, 8));
    }

    @Test
    void shouldDrawARuleAsItIsWhateverRulesStandAfterIt() throws Exception {
        final List<InjectedFault> alone = play("drop chance 0.1 on bbo\n", 7);
        assertEquals(
                alone,
                play(PLAN, 7).stream()
                        .filter(fault -> fault.kind() == FaultKind.DROP)
                        .toList());
    }

    @Test
    void shouldStrikeAboutAsOftenAsThePlanSays() throws Exception {
        final List<InjectedFault> faults = play(PLAN, 7);
        assertEquals(600, count(faults, FaultKind.DROP), 75);
        assertEquals(1_200, count(faults, FaultKind.DELAY), 100);
        assertTrue(faults.stream()
                .filter(fault -> fault.kind() == FaultKind.DELAY)
                .mapToLong(fault -> fault.endMs() - fault.timeMs())
                .allMatch(ms -> ms >= 50 && ms <= 2_000));
    }

    @Test
    void shouldStrikeWithinItsSpanAndOnItsChannelsOnly() throws Exception {
        final List<InjectedFault> faults = play("drop chance 1 on bbo from 10s until 20s\n", 7);
        assertEquals(101, faults.size());
        assertEquals(10_000, faults.get(0).timeMs() - 1);
        assertEquals(20_000, faults.get(100).timeMs() - 1);

        final FaultDesk desk = desk("drop chance 1 on bbo\n", 7);
        assertFalse(desk.strikes(FaultKind.DROP, "trades"));
        assertFalse(desk.strikes(FaultKind.DELAY, "bbo"));
        assertTrue(desk.strikes(FaultKind.DROP, "bbo"));
    }

    @Test
    void shouldBeCalmWithoutAPlan() {
        final FaultDesk desk = new FaultDesk(FaultPlan.NONE, 7);
        desk.advance(1);
        assertTrue(desk.isCalm());
        assertFalse(desk.strikes(FaultKind.DROP, "bbo"));
        assertEquals(List.of(), desk.due());
        assertEquals(0, desk.count());
    }

    private static long count(final List<InjectedFault> faults, final FaultKind kind) {
        return faults.stream().filter(fault -> fault.kind() == kind).count();
    }

    private static FaultDesk desk(final String plan, final long seed) throws FaultPlanException {
        final FaultDesk desk = new FaultDesk(FaultPlanReader.read("mine", plan), seed);
        desk.advance(1);
        return desk;
    }

    /** Ten minutes, an occasion of each kind every tenth of a second. */
    private static List<InjectedFault> play(final String plan, final long seed) throws FaultPlanException {
        final FaultDesk desk = desk(plan, seed);
        for (long ms = 1; ms <= 600_001; ms += 100) {
            desk.advance(ms);
            desk.due().forEach(due -> desk.record(due.rule().kind(), due.lengthMs(), ""));
            desk.strike(FaultKind.DROP, "bbo");
            desk.strike(FaultKind.DELAY, "trades");
        }
        return desk.injected();
    }
}
