package io.halfspread.engine.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningParamIds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HeuristicLawTest {
    private static final double EXACT = 0;

    private final ParamsInForce params = defaults();
    private final ControlVector control = new ControlVector();

    @Test
    void shouldQuoteTheHalfSpreadWhenFlatAndWithoutSignal() {
        HeuristicLaw.control(control, 5, 0, 0, 3, params);

        assertEquals(5, control.bidOffsetBps(), EXACT);
        assertEquals(5, control.askOffsetBps(), EXACT);
        assertEquals(0, control.takerBuyRate(), EXACT);
        assertEquals(0, control.takerSellRate(), EXACT);
    }

    @Test
    void shouldWidenTheAskWhenBuyersAreInformed() {
        HeuristicLaw.control(control, 4, 0.5, 0, 3, params);

        assertEquals(4, control.bidOffsetBps(), EXACT);
        assertEquals(5, control.askOffsetBps(), EXACT);
    }

    @Test
    void shouldWidenTheAddingSideAndLeanWhenLong() {
        HeuristicLaw.control(control, 4, 0, 1.5, 3, params);

        assertEquals(4 * 1.25 + 1, control.bidOffsetBps(), EXACT);
        assertEquals(3, control.askOffsetBps(), EXACT);
        assertEquals(0, control.takerSellRate(), EXACT);
    }

    @Test
    void shouldSellUrgentlyWhenLongBeyondTheThreshold() {
        HeuristicLaw.control(control, 4, 0, 2.7, 3, params);

        assertEquals((0.9 - 0.7) * 10, control.takerSellRate(), 1e-12);
        assertEquals(0, control.takerBuyRate(), EXACT);
    }

    @Test
    void shouldNeverGoBelowTheFloor() {
        params.value(TuningParamIds.SKEW_FACTOR, 2);

        HeuristicLaw.control(control, 10, 0, -9, 3, params);

        assertEquals(2, control.bidOffsetBps(), EXACT);
    }

    @Test
    void shouldHalveTheSignalAtTheSpreadScale() {
        params.value(TuningParamIds.LAMBDA, 1);

        assertEquals(0.4, HeuristicLaw.stepDrift(0.9, 0.8, 100, params), EXACT);
        assertEquals(0.8, HeuristicLaw.stepDrift(0.9, 0.8, 0, params), EXACT);
    }

    @Test
    void shouldMirrorWhenTheStateIsMirrored() {
        final SplittableRandom random = new SplittableRandom(3);
        final ControlVector mirrored = new ControlVector();
        for (int i = 0; i < 20_000; i++) {
            for (final TuningParam param : TuningParam.values()) {
                params.value(param.ordinal(), param.min() + random.nextDouble() * (param.max() - param.min()));
            }
            final double mu = random.nextDouble(-1, 1);
            final double position = random.nextDouble(-4, 4);

            HeuristicLaw.control(control, 5, mu, position, 3, params);
            HeuristicLaw.control(mirrored, 5, -mu, -position, 3, params);

            assertEquals(control.bidOffsetBps(), mirrored.askOffsetBps(), EXACT);
            assertEquals(control.takerBuyRate(), mirrored.takerSellRate(), EXACT);
            assertTrue(control.bidOffsetBps() >= 5 * params.value(TuningParamIds.MIN_RATIO));
        }
    }

    @Test
    void shouldUseTheOrdinalsAsIds() {
        assertEquals(TuningParam.SKEW_ADJUSTMENT_FACTOR.ordinal(), TuningParamIds.SKEW_FACTOR);
        assertEquals(TuningParam.ADVERSE_SELECTION_ADJUSTMENT_FACTOR.ordinal(), TuningParamIds.ADVERSE_FACTOR);
        assertEquals(TuningParam.ADVERSE_SELECTION_LAMBDA.ordinal(), TuningParamIds.LAMBDA);
        assertEquals(TuningParam.INVENTORY_URGENCY_THRESHOLD.ordinal(), TuningParamIds.URGENCY_THRESHOLD);
        assertEquals(TuningParam.LIQUIDATION_RATE_MULTIPLIER.ordinal(), TuningParamIds.LIQUIDATION_MULTIPLIER);
        assertEquals(TuningParam.MIN_SPREAD_BASE_RATIO.ordinal(), TuningParamIds.MIN_RATIO);
        assertEquals(TuningParam.ADVERSE_SELECTION_SPREAD_SCALE.ordinal(), TuningParamIds.SPREAD_SCALE);
    }

    private static ParamsInForce defaults() {
        final ParamsInForce params = new ParamsInForce();
        for (final TuningParam param : TuningParam.values()) {
            params.value(param.ordinal(), param.defaultValue());
        }
        params.version(1);
        return params;
    }
}
