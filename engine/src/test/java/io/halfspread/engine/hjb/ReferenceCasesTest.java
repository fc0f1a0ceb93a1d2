package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures of an independent reference program. */
class ReferenceCasesTest {
    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(Models.symmetricWithoutSignal(), 8.0, new double[] {
                    2.445489702953,
                    733.6469108859,
                    619.4519567967,
                    15.565383,
                    16.818602,
                    2.467459589804,
                    2.075548408829,
                    4,
                    4
                }),
                Arguments.of(Models.alternativeCoin(), 10.0, new double[] {
                    2.558276081709,
                    1534.9656490251,
                    1372.1566585124,
                    10.606686,
                    10.861884,
                    2.572049376746,
                    2.301652100709,
                    5,
                    5
                }),
                Arguments.of(Models.largeCoin(), 3.0, new double[] {
                    0.411655035828,
                    370.4895322453,
                    328.2457435813,
                    11.402154,
                    11.657127,
                    0.419253527386,
                    0.376235048055,
                    5,
                    6
                }));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldAgreeWithTheReference(
            final Map<HjbInput, Double> inputs, final double halfSpreadBps, final double[] expected) {
        final HjbModel model = HjbModel.of(inputs);
        final int reference = model.grid().reference();

        final HjbSolver solver = Models.solved(model);
        final PolicyAudit audit = new PolicyAudit(solver);
        audit.audit(solver.solution(), Models.heuristic(model, halfSpreadBps));
        final HjbSolver ergodic = Models.solved(model.ergodic());

        final double endRate = model.objective().endRatePerS();
        assertEquals(expected[0], solver.solution().value().gain(), 1e-12);
        assertEquals(expected[1], solver.solution().value().value(reference, endRate), 1e-9);
        assertEquals(expected[2], audit.value().value(reference, endRate), 1e-9);
        assertEquals(expected[3], audit.gapPct(reference), 1e-6);
        assertEquals(expected[4], audit.stationaryGapPct(), 1e-6);
        assertEquals(expected[5], ergodic.solution().value().gain(), 1e-12);
        assertEquals(expected[6], audit.ergodicGain(), 1e-12);
        assertEquals(expected[7], solver.solution().iterations());
        assertEquals(expected[8], ergodic.solution().iterations());
        assertTrue(new HjbResidual(solver).largest(solver.solution()) < 2e-12 * Math.max(1, expected[1] / 100));
    }
}
