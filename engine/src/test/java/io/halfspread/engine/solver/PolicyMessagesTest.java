package io.halfspread.engine.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.CalibrationDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.PolicyCommitDecoder;
import io.halfspread.codec.event.PolicyRowsDecoder;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.engine.calibration.CalibratedModel;
import io.halfspread.engine.hjb.HjbInput;
import io.halfspread.engine.hjb.HjbModel;
import io.halfspread.engine.hjb.HjbSolver;
import io.halfspread.engine.policy.PolicyInForce;
import io.halfspread.engine.policy.PolicyTable;
import io.halfspread.engine.ring.EventRing;
import java.util.EnumMap;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** From the solver to a looked-up control, against figures of an independent program. */
class PolicyMessagesTest {
    private static final double[][] SAMPLES = {
        {0.148, 0.1413, 9.126685659169965, 9.905330200446901, 0},
        {9.603, 0.3703, Double.NaN, 0.5, 1},
        {6.862, -0.381, 19.025639323815973, 0.5, 1},
        {7.535, -0.247, 19.10495299738711, 0.5, 1},
        {0.928, 0.058, 10.786530336773966, 8.197191870528233, 0},
        {-1.264, 0.3609, 5.752934253361882, 13.208227442917716, 0},
        {-9.549, -0.4049, 0.5, Double.NaN, -1},
        {-1.124, -0.6703, 10.594426235477599, 8.379740408055483, 0},
    };

    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    @Test
    void shouldCarryATableToItsLookup() {
        final HjbModel model = HjbModel.of(alternativeCoin());
        final HjbSolver solver = new HjbSolver(model.grid());
        solver.solve(model, HjbSolver.EXACT_TOLERANCE_BPS);
        final EventBatch batch = new EventBatch();
        final PolicyMessages messages = new PolicyMessages(batch);
        messages.rows(0, 1, 7, 80, solver.solution().policy());
        messages.commit(0, 1, 7, solver.solution().policy(), 3, 5, 1, QuoteSource.HJB, SolverSettings.DEFAULT, 1, 2);
        final PolicyInForce policy = new PolicyInForce();

        boolean committed = false;
        while (!batch.isEmpty()) {
            assertTrue(batch.firstLength() <= EventRing.SLOT_LENGTH);
            batch.copyFirst(slot);
            batch.removeFirst();
            header.wrap(slot, 0);
            if (header.templateId() == PolicyRowsDecoder.TEMPLATE_ID) {
                policy.onRows(new PolicyRowsDecoder().wrapAndApplyHeader(slot, 0, header));
                assertEquals(0, policy.version());
            } else {
                committed = policy.onCommit(new PolicyCommitDecoder().wrapAndApplyHeader(slot, 0, header));
            }
        }

        assertTrue(committed);
        assertEquals(7, policy.version());
        assertEquals(5, policy.lot());
        for (final double[] sample : SAMPLES) {
            assertLookup(policy.table(), sample);
        }
    }

    private static void assertLookup(final PolicyTable table, final double[] sample) {
        table.lookup(sample[0], sample[1]);
        assertEquals(!Double.isNaN(sample[2]), table.quotesBid());
        assertEquals(!Double.isNaN(sample[3]), table.quotesAsk());
        if (table.quotesBid()) {
            assertEquals(sample[2], table.bidOffsetBps(), 1e-8);
        }
        if (table.quotesAsk()) {
            assertEquals(sample[3], table.askOffsetBps(), 1e-8);
        }
        assertEquals(sample[4] > 0, table.takerSellRate() > 0);
        assertEquals(sample[4] < 0, table.takerBuyRate() > 0);
    }

    @Test
    void shouldCarryAWholeModelInOneEvent() {
        final Map<HjbInput, Double> inputs = new EnumMap<>(HjbInput.class);
        for (final HjbInput input : HjbInput.values()) {
            inputs.put(input, input.required() ? 0.0 : input.absentValue());
        }
        inputs.putAll(alternativeCoin());
        final CalibratedModel model = new CalibratedModel(inputs, Map.of(HjbInput.KB, 0.01), 2.5, 0.1, 0.8, 0.2, 31);
        final EventBatch batch = new EventBatch();

        final long hash = new PolicyMessages(batch).calibration(2, 99, model, 1234.5);

        assertTrue(batch.firstLength() <= EventRing.SLOT_LENGTH);
        batch.copyFirst(slot);
        final RecordedModel recorded = RecordedModel.of(new CalibrationDecoder().wrapAndApplyHeader(slot, 0, header));
        assertEquals(inputs, recorded.model().inputs());
        assertEquals(Map.of(HjbInput.KB, 0.01), recorded.model().standardErrors());
        assertEquals(hash, recorded.inputsHash());
        assertEquals(2.5, recorded.model().sigma());
        assertEquals(31, recorded.model().ownFills());
        assertEquals(1234.5, recorded.lotUsd());
        assertEquals(2, recorded.instrument());
        batch.removeFirst();
        assertTrue(batch.isEmpty());
        assertFalse(batch.dueSequence() < Long.MAX_VALUE);
    }

    private static Map<HjbInput, Double> alternativeCoin() {
        final Map<HjbInput, Double> inputs = new EnumMap<>(HjbInput.class);
        inputs.put(HjbInput.Q, 10.0);
        inputs.put(HjbInput.M, 21.0);
        inputs.put(HjbInput.THETA, 0.25);
        inputs.put(HjbInput.SX, 0.35);
        inputs.put(HjbInput.BETA, 1.2);
        inputs.put(HjbInput.AB, 0.8);
        inputs.put(HjbInput.AA, 0.8);
        inputs.put(HjbInput.KB, 0.15);
        inputs.put(HjbInput.KA, 0.15);
        inputs.put(HjbInput.C, 0.6);
        inputs.put(HjbInput.MAKER_FEE, 1.5);
        inputs.put(HjbInput.EPS, 0.5);
        inputs.put(HjbInput.TAKER_FEE, 4.5);
        inputs.put(HjbInput.HALF_SPREAD, 4.0);
        inputs.put(HjbInput.SLIP, 0.5);
        inputs.put(HjbInput.NU_MAX, 2.0);
        inputs.put(HjbInput.PHI, 0.08);
        inputs.put(HjbInput.PSI, 0.05);
        inputs.put(HjbInput.R, 1 / 600.0);
        inputs.put(HjbInput.F, 5e-5);
        inputs.put(HjbInput.DMIN, 0.5);
        inputs.put(HjbInput.DMAX, 80.0);
        return inputs;
    }
}
