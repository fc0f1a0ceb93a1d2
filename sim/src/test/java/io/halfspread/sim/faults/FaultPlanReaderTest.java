package io.halfspread.sim.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultPlanReaderTest {
    @Test
    void shouldReadKindsTimesLengthsAndChannels() throws FaultPlanException {
        final FaultPlan plan = FaultPlanReader.read("mine", """
                # what goes wrong
                drop chance 0.01 on userFills,orderUpdates

                half-open every 40s for 5s..8s from 10s until 2m # later
                """);

        assertEquals(
                List.of(
                        new FaultRule(
                                FaultKind.DROP, 0.01, 0, 0, 0, Set.of("userFills", "orderUpdates"), 0, Long.MAX_VALUE),
                        new FaultRule(FaultKind.HALF_OPEN, 0, 40_000, 5_000, 8_000, Set.of(), 10_000, 120_000)),
                plan.rules());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dorp chance 0.1 | mine:1:1: unknown fault 'dorp'; accepted: drop, duplicate, ",
                "drop every 3s | mine:1:6: unknown word 'every' for drop; accepted: chance, on, from, until",
                "reset every 3 | mine:1:13: time '3'; accepted: a whole number and ms, s or m, for instance 250ms",
                "reset every 0s | mine:1:13: '0s'; accepted: above 0",
                "reset | mine:1:1: reset needs 'every'",
                "delay chance 0.1 | mine:1:1: delay needs 'for'",
                "drop chance | mine:1:6: 'chance' has no value",
                "drop chance 1.5 | mine:1:13: chance '1.5'; accepted: 0 to 1, for instance 0.02",
                "drop chance .1 chance .2 | mine:1:16: 'chance' is given twice; accepted: once",
                "drop chance .1 on bbo,bob | mine:1:23: unknown channel 'bob'; accepted: l2Book, bbo, ",
                "delay chance 1 for 2s..1s | mine:1:20: '2s..1s' ends before it begins; accepted: SHORTEST..LONGEST",
                "delay chance 1 for 2s..x | mine:1:24: time 'x'; accepted: a whole number and ms, s or m",
                "'' | mine:1:1: no fault in the plan; accepted: lines like 'reset every 30s'"
            })
    void shouldSayWhereAPlanIsWrongAndWhatIsAccepted(final String text, final String message) {
        final FaultPlanException refused =
                assertThrows(FaultPlanException.class, () -> FaultPlanReader.read("mine", text));

        assertTrue(refused.getMessage().startsWith(message), refused::getMessage);
    }

    @Test
    void shouldHaveEveryKindInItsBuiltInPlans() throws FaultPlanException {
        final Set<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
        for (final String name : BuiltInPlans.names()) {
            FaultPlanReader.read(name, BuiltInPlans.text(name)).rules().forEach(rule -> kinds.add(rule.kind()));
        }

        assertEquals(EnumSet.allOf(FaultKind.class), kinds);
    }
}
