package io.halfspread.engine.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.engine.hjb.HjbInput;
import org.junit.jupiter.api.Test;

/** A market whose parameters are known: each must be found within four of the standard errors that are claimed for it. */
class MarketCalibrationTest {
    private static final double WITHIN = 4;

    @Test
    void shouldFindTheParametersOfAKnownMarket() {
        final SampleFlow flow = new SampleFlow(7);
        flow.run(3 * 3600);

        final CalibratedModel model = flow.calibration.model();

        assertFound("sigma", SampleFlow.SIGMA, model.sigma(), model.sigmaError(), 0.15);
        assertFound(model, HjbInput.THETA, SampleFlow.REVERSION, 0.2);
        assertFound(model, HjbInput.SX, SampleFlow.DEVIATION, 0.1);
        assertFound(model, HjbInput.BETA, SampleFlow.DRIFT, 0.3);
        assertFound(model, HjbInput.C, SampleFlow.TILT, 0.3);
        assertFound(model, HjbInput.KB, SampleFlow.DECAY, 0.1);
        assertFound(model, HjbInput.KA, SampleFlow.DECAY, 0.1);
        final double rate = SampleFlow.ORDERS_PER_S * Math.exp(SampleFlow.DECAY * SampleFlow.HALF_SPREAD);
        assertFound(model, HjbInput.AB, rate * SampleFlow.QUEUE_FACTOR, 0.3);
        assertFound(model, HjbInput.AA, rate * SampleFlow.QUEUE_FACTOR, 0.3);
        assertFound("R", SampleFlow.QUEUE_FACTOR, model.queueFactor(), model.queueError(), 0.3);
        assertFound(model, HjbInput.EPS, SampleFlow.MARKOUT, 0.8);
        assertEquals(SampleFlow.HALF_SPREAD, model.value(HjbInput.HALF_SPREAD), 0.01);
    }

    @Test
    void shouldSayWhatThePriorsSayWhenNothingWasSeen() {
        final MarketCalibration calibration = new MarketCalibration(ModelShape.DEFAULT);
        assertFalse(calibration.isReady());
        calibration.terms(new MarketTerms(10, 0.5, 1.5, 4.5, 2));
        calibration.book(1_000_000_000L, 900_000_000L, 100, 4, 0);

        final CalibratedModel model = calibration.model();

        assertTrue(calibration.isReady());
        assertEquals(2, model.sigma(), 1e-12);
        assertEquals(1 / (1.5 * 2), model.value(HjbInput.KB), 1e-9);
        assertEquals(0.2 * Math.exp(2 / 3.0), model.value(HjbInput.AB), 1e-9);
        assertEquals(0.2, model.value(HjbInput.THETA), 1e-9);
        assertEquals(0.35, model.value(HjbInput.SX), 1e-9);
        assertEquals(0, model.value(HjbInput.BETA));
        assertEquals(0, model.value(HjbInput.C));
        assertEquals(0.5, model.value(HjbInput.EPS), 1e-9);
        assertEquals(1, model.queueFactor());
        assertEquals(1.5, model.value(HjbInput.MAKER_FEE));
        assertEquals(0.5, model.value(HjbInput.DMIN));
        model.model();
    }

    @Test
    void shouldClaimNoDriftWhenThereIsNone() {
        final SampleFlow flow = new SampleFlow(11, 0);
        flow.run(3600);

        final CalibratedModel model = flow.calibration.model();

        final double error = model.standardErrors().get(HjbInput.BETA);
        assertTrue(model.value(HjbInput.BETA) <= WITHIN * error, model::toString);
        assertTrue(error > 0);
    }

    @Test
    void shouldGiveTheSameModelWhenTheSameEventsComeAgain() {
        final SampleFlow first = new SampleFlow(5);
        final SampleFlow second = new SampleFlow(5);
        first.run(600);
        second.run(600);

        assertEquals(first.calibration.model(), second.calibration.model());
    }

    @Test
    void shouldStayWithinItsLimitsWhenTheMarketIsAbsurd() {
        final MarketCalibration calibration = new MarketCalibration(ModelShape.DEFAULT);
        calibration.terms(new MarketTerms(10, 0.5, 1.5, 4.5, 2));
        long nowNs = 1_000_000_000L;
        for (int i = 0; i < 2000; i++) {
            nowNs += 500_000_000L;
            calibration.book(nowNs, nowNs, 100 + 30 * (i / 2 % 2), 5, i / 2 % 2 == 0 ? 1 : -1);
            calibration.trade(nowNs, nowNs, i % 3 == 0, 500);
            calibration.ownFill(nowNs, true, true, 1000, 1, Double.NaN);
        }

        final CalibratedModel model = calibration.model();

        assertEquals(20, model.sigma());
        assertEquals(2, model.queueFactor());
        assertTrue(model.value(HjbInput.EPS) >= 0 && model.value(HjbInput.EPS) <= 5);
        assertTrue(model.value(HjbInput.KA) >= 0.02 && model.value(HjbInput.KA) <= 5);
        assertTrue(model.value(HjbInput.THETA) <= 5);
        model.model();
    }

    @Test
    void shouldNotConnectWhatASilenceDivides() {
        final SampleFlow flow = new SampleFlow(3);
        flow.run(600);
        final double before = flow.calibration.model().sigma();

        flow.skip(3600, 500);
        flow.run(5);

        assertTrue(flow.calibration.model().sigma() < before * 1.3);
    }

    private static void assertFound(
            final CalibratedModel model, final HjbInput input, final double truth, final double mostError) {
        assertFound(
                input.key(), truth, model.value(input), model.standardErrors().get(input), mostError);
    }

    private static void assertFound(
            final String name, final double truth, final double found, final double error, final double mostError) {
        assertEquals(truth, found, WITHIN * error, name);
        assertTrue(error > 0 && error < mostError * truth, () -> name + ": standard error " + error);
    }
}
