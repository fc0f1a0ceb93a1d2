package io.halfspread.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a run of an hour would look like if something grew in it. */
class EnduranceJudgeTest {
    private static final int MINUTES = 60;
    private static final double MIB = 1 << 20;

    private final SplittableRandom noise = new SplittableRandom(7);

    @Test
    void shouldFindNothingWhenOnlyTheWarmUpGrows() {
        assertEquals(
                List.of(), judge(minute -> sample(minute, Math.min(minute, 15) * 2.0, 0, 0, minute == 0 ? 500 : 2)));
    }

    @Test
    void shouldFindALeakOfThreeBytesAMessage() {
        final double mibAMinute = 3.0 * 610 * 60 / MIB;

        final List<String> found = judge(minute -> sample(minute, minute * mibAMinute, 0, 0, 2));

        assertEquals(1, found.size(), found::toString);
        assertTrue(found.get(0).startsWith("live set is flat"), found.get(0));
    }

    @Test
    void shouldFindMemoryThatGrowsOutsideTheHeap() {
        final List<String> found = judge(minute -> sample(minute, 0, minute * 0.5, 0, 2));

        assertEquals(1, found.size(), found::toString);
        assertTrue(found.get(0).startsWith("memory of the process is flat"), found.get(0));
    }

    @Test
    void shouldFindDirectMemoryThatGrows() {
        final List<String> found = judge(minute -> sample(minute, 0, 0, minute * 0.1, 2));

        assertEquals(1, found.size(), found::toString);
        assertTrue(found.get(0).startsWith("direct memory is flat"), found.get(0));
    }

    @Test
    void shouldFindAllocationThatGrows() {
        final List<String> found = judge(minute -> sample(minute, 0, 0, 0, minute < 45 ? 2 : 10));

        assertTrue(found.get(0).startsWith("allocation of engine does not grow"), found.get(0));
    }

    @Test
    void shouldFindStallsAndLostConnections() {
        final List<String> found = judge(minute -> new EnduranceSample(
                minute * 60.0,
                610,
                figures(0, 0, 0),
                Map.of(),
                1,
                10,
                2_500,
                minute == 59 ? 1 : 0,
                minute == 59 ? 2 : 0,
                60,
                100));

        assertEquals(2, found.size(), found::toString);
        assertTrue(found.get(0).startsWith("no missed heartbeat"), found.get(0));
        assertTrue(found.get(1).startsWith("no lost connection"), found.get(1));
    }

    @Test
    void shouldNotJudgeTooFewSamples() {
        final Violations violations = new Violations();
        EnduranceJudge.judge(List.of(sample(0, 0, 0, 0, 2)), violations, 0);
        assertEquals(1, violations.lines().size());
    }

    private interface Minute {
        EnduranceSample sample(int minute);
    }

    private static List<String> judge(final Minute minute) {
        final List<EnduranceSample> samples = new ArrayList<>();
        for (int i = 0; i < MINUTES; i++) {
            samples.add(minute.sample(i));
        }
        final Violations violations = new Violations();
        EnduranceJudge.judge(samples, violations, 0);
        return violations.lines();
    }

    private EnduranceSample sample(
            final int minute,
            final double liveMib,
            final double residentMib,
            final double directMib,
            final double bytesPerMessage) {
        return new EnduranceSample(
                minute * 60.0,
                610,
                figures(liveMib, residentMib, directMib),
                Map.of("[ingress,engine,egress]", bytesPerMessage, "journal", 0.0, "sim-venue", 30_000.0),
                1,
                10,
                100,
                0,
                0,
                60L * minute,
                300L * minute);
    }

    private ProcessFigures figures(final double liveMib, final double residentMib, final double directMib) {
        return new ProcessFigures(
                (long) ((25 + liveMib + noise.nextDouble()) * MIB),
                (long) ((200 + residentMib + 3 * noise.nextDouble()) * MIB),
                (long) ((30 + directMib) * MIB),
                0,
                30,
                1,
                Map.of());
    }
}
