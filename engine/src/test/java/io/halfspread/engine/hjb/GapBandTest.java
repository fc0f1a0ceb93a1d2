package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.engine.hjb.GapBand.Figure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The band holds the gap and what the moved models give. */
class GapBandTest {
    private static final Map<HjbInput, Double> ERRORS =
            Map.of(HjbInput.AB, 0.1, HjbInput.KB, 0.02, HjbInput.BETA, 0.4, HjbInput.THETA, 0.05);

    private final HjbModel model = HjbModel.of(Models.alternativeCoin());
    private final Policy policy = Models.heuristic(model, 10);
    private final GapBand band = new GapBand(model.grid());

    @Test
    void shouldBeTheGapItselfWhenNothingIsUncertain() {
        assertEquals(
                SolveOutcome.SOLVED,
                band.evaluate(model, policy, Map.of(), model.grid().reference()));

        assertEquals(10.606686, band.low(Figure.CURRENT_PCT), 1e-6);
        assertEquals(10.606686, band.high(Figure.CURRENT_PCT), 1e-6);
        assertEquals(10.861884, band.high(Figure.STATIONARY_PCT), 1e-6);
        assertEquals(2.301652100709, band.low(Figure.POLICY_PER_S), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void shouldSpanTheModelsAStandardErrorAway(final Figure figure) {
        band.evaluate(model, policy, ERRORS, model.grid().reference());
        double lowest = figure(model, figure);
        double highest = lowest;
        for (final Map.Entry<HjbInput, Double> error : ERRORS.entrySet()) {
            for (int sign = -1; sign < 2; sign += 2) {
                final double value = model.value(error.getKey()) + sign * error.getValue();
                final double moved = figure(model.with(error.getKey(), value), figure);
                lowest = Math.min(lowest, moved);
                highest = Math.max(highest, moved);
            }
        }

        assertEquals(lowest, band.low(figure), 1e-6 * highest);
        assertEquals(highest, band.high(figure), 1e-6 * highest);
        assertTrue(highest > 1.02 * lowest);
        assertEquals(0, band.skipped());
    }

    private double figure(final HjbModel moved, final Figure figure) {
        final HjbSolver solver = Models.solved(moved);
        final PolicyAudit audit = new PolicyAudit(solver);
        audit.audit(solver.solution(), policy);
        return switch (figure) {
            case CURRENT_PCT -> audit.gapPct(moved.grid().reference());
            case STATIONARY_PCT -> audit.stationaryGapPct();
            case LOSS_PER_S -> audit.lossRate();
            case POLICY_PER_S -> audit.ergodicGain();
        };
    }

    @Test
    void shouldKeepAPositiveInputPositiveWhenItsErrorIsLarger() {
        final Map<HjbInput, Double> errors = Map.of(HjbInput.AB, 5.0);

        assertEquals(
                SolveOutcome.SOLVED,
                band.evaluate(model, policy, errors, model.grid().reference()));

        assertEquals(0, band.skipped());
        final double low = figure(model.with(HjbInput.AB, 0.1 * model.value(HjbInput.AB)), Figure.POLICY_PER_S);
        assertEquals(low, band.low(Figure.POLICY_PER_S), 1e-6);
    }
}
