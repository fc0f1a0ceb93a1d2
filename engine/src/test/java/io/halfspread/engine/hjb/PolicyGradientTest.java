package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.engine.quote.ParamsInForce;
import io.halfspread.engine.tuning.TuningParam;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient is that of the value, and the independent program's. */
class PolicyGradientTest {
    private static final double BASE_BPS = 10;
    private static final int RANDOM_POINTS = 8;

    private HjbModel model = HjbModel.of(Models.alternativeCoin()).ergodic();
    private final PolicyGradient gradient = new PolicyGradient(new HjbSolver(model.grid()));

    @ParameterizedTest
    @CsvSource({
        "SKEW_ADJUSTMENT_FACTOR,0.56210198",
        "ADVERSE_SELECTION_ADJUSTMENT_FACTOR,-0.06582643",
        "LIQUIDATION_RATE_MULTIPLIER,1.7057e-05",
        "MIN_SPREAD_BASE_RATIO,0",
        "ADVERSE_SELECTION_LAMBDA,0",
        "ADVERSE_SELECTION_SPREAD_SCALE,0"
    })
    void shouldGiveTheIndependentProgramsGradient(final TuningParam param, final double expected) {
        assertEquals(SolveOutcome.SOLVED, gradient.compute(model, BASE_BPS, Models.defaultTuning()));

        assertEquals(expected, gradient.slope(param), 5.1e-9);
        assertEquals(2.301652100709, gradient.gain(), 1e-11);
        assertEquals(-0.05957737, gradient.baseSlope(), 5.1e-9);
    }

    /** Seven lots of ten lie exactly on the threshold: the reference is the quotient of a step across this kink. */
    @Test
    void shouldGiveTheMeanOfBothSidesOnAKink() {
        final TuningParam threshold = TuningParam.INVENTORY_URGENCY_THRESHOLD;
        assertEquals(-0.08143961, quotient(threshold, 1e-5), 5.1e-9);

        gradient.compute(model, BASE_BPS, Models.defaultTuning());

        final double limit = gradient.slope(threshold);
        assertEquals(2 * quotient(threshold, 5e-6) - quotient(threshold, 1e-5), limit, 2e-8);
    }

    private double quotient(final TuningParam param, final double step) {
        final ParamsInForce params = Models.defaultTuning();
        final double now = params.value(param.ordinal());
        final PolicyGradient other = new PolicyGradient(new HjbSolver(model.grid()));
        params.value(param.ordinal(), now + step);
        other.evaluate(model, BASE_BPS, params);
        final double above = other.gain();
        params.value(param.ordinal(), now - step);
        other.evaluate(model, BASE_BPS, params);
        return (above - other.gain()) / (2 * step);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1 / 600.0, 1 / 30.0})
    void shouldAgreeWithCentralDifferencesAwayFromKinks(final double endRatePerS) {
        model = model.with(HjbInput.R, endRatePerS);
        final SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < RANDOM_POINTS; i++) {
            final ParamsInForce params = randomParams(random);
            final double base = random.nextDouble(4, 15);
            gradient.compute(model, base, params);
            final double[] slopes = new double[TuningParam.COUNT];
            for (final TuningParam param : TuningParam.values()) {
                slopes[param.ordinal()] = gradient.slope(param);
            }
            final double baseSlope = gradient.baseSlope();

            for (final TuningParam param : TuningParam.values()) {
                assertEquals(difference(base, params, param), slopes[param.ordinal()], 1e-9, i + " " + param);
            }
            final double step = 1e-4;
            final double above = gain(base + step, params);
            final double below = gain(base - step, params);
            assertEquals((above - below) / (2 * step), baseSlope, 1e-8, i + " base");
        }
    }

    private static ParamsInForce randomParams(final SplittableRandom random) {
        final ParamsInForce params = Models.defaultTuning();
        params.value(TuningParam.SKEW_ADJUSTMENT_FACTOR.ordinal(), random.nextDouble(0.1, 1.9));
        params.value(TuningParam.ADVERSE_SELECTION_ADJUSTMENT_FACTOR.ordinal(), random.nextDouble(0.1, 1.9));
        params.value(TuningParam.INVENTORY_URGENCY_THRESHOLD.ordinal(), 0.1 * random.nextInt(3, 9) + 0.05);
        params.value(TuningParam.LIQUIDATION_RATE_MULTIPLIER.ordinal(), random.nextDouble(1, 30));
        params.value(TuningParam.MIN_SPREAD_BASE_RATIO.ordinal(), random.nextDouble(0.1, 0.9));
        return params;
    }

    /** Fourth order, so that the step may be wide enough to lose no digits to rounding. */
    private double difference(final double base, final ParamsInForce params, final TuningParam param) {
        final double now = params.value(param.ordinal());
        final double step = 1e-4 * Math.max(1e-1, now);
        final double far = moved(base, params, param, now + 2 * step) - moved(base, params, param, now - 2 * step);
        final double near = moved(base, params, param, now + step) - moved(base, params, param, now - step);
        params.value(param.ordinal(), now);
        return (8 * near - far) / (12 * step);
    }

    private double moved(final double base, final ParamsInForce params, final TuningParam param, final double value) {
        params.value(param.ordinal(), value);
        return gain(base, params);
    }

    private double gain(final double base, final ParamsInForce params) {
        gradient.evaluate(model, base, params);
        return gradient.gain();
    }

    @Test
    void shouldEarnItsMeanValueTimesTheEndRate() {
        final HjbModel ending = HjbModel.of(Models.alternativeCoin());
        final HjbSolver solver = Models.solved(ending);
        final PolicyAudit audit = new PolicyAudit(solver);
        audit.audit(solver.solution(), Models.heuristic(ending, BASE_BPS));

        gradient.compute(ending, BASE_BPS, Models.defaultTuning());

        assertEquals((audit.meanOptimum() - audit.meanGap()) / 600, gradient.gain(), 1e-11);
    }

    @Test
    void shouldNameTheParameterWhoseUsualMoveGainsMost() {
        final ParamsInForce params = Models.defaultTuning();
        gradient.compute(model, BASE_BPS, params);

        assertEquals(TuningParam.SKEW_ADJUSTMENT_FACTOR, gradient.strongest(params));
        assertEquals(
                0.2 * gradient.slope(TuningParam.SKEW_ADJUSTMENT_FACTOR),
                gradient.reach(TuningParam.SKEW_ADJUSTMENT_FACTOR, params),
                1e-15);
    }

    @Test
    void shouldReachNowhereWhenAParameterIsAtTheEndOfItsRange() {
        final ParamsInForce params = Models.defaultTuning();
        params.value(TuningParam.SKEW_ADJUSTMENT_FACTOR.ordinal(), 2);
        gradient.compute(model, BASE_BPS, params);
        final boolean outwards = gradient.slope(TuningParam.SKEW_ADJUSTMENT_FACTOR) > 0;

        final double reach = gradient.reach(TuningParam.SKEW_ADJUSTMENT_FACTOR, params);

        assertEquals(outwards, reach == 0);
    }

    @Test
    void shouldNameNothingWhenNoParameterMovesAnything() {
        final HjbModel still = HjbModel.of(
                Models.with(Models.with(Models.symmetricWithoutSignal(), HjbInput.DMAX, 0.50001), HjbInput.NU_MAX, 0));
        final PolicyGradient flat = new PolicyGradient(new HjbSolver(still.grid()));

        assertEquals(SolveOutcome.SOLVED, flat.compute(still, BASE_BPS, Models.defaultTuning()));

        assertNull(flat.strongest(Models.defaultTuning()));
        assertTrue(Double.isFinite(flat.gain()));
    }
}
