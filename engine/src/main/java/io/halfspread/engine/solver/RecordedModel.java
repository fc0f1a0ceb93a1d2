package io.halfspread.engine.solver;

import io.halfspread.codec.event.CalibrationDecoder;
import io.halfspread.engine.calibration.CalibratedModel;
import io.halfspread.engine.hjb.HjbInput;
import java.util.EnumMap;
import java.util.Map;

/**
 * A market model as a Calibration event carries it: all that a solve depends on.
 *
 * @param instrument instrument index
 * @param asOfNs     event time
 * @param model      the model with its errors
 * @param lotUsd     value of a lot, USD
 */
public record RecordedModel(int instrument, long asOfNs, CalibratedModel model, double lotUsd) {
    /**
     * Reads an event.
     *
     * @param event the event
     * @return its model
     */
    public static RecordedModel of(final CalibrationDecoder event) {
        final Map<HjbInput, Double> inputs = new EnumMap<>(HjbInput.class);
        final Map<HjbInput, Double> errors = new EnumMap<>(HjbInput.class);
        final double[] others = new double[CalibrationIds.LOT_USD - CalibrationIds.SIGMA + 1];
        final double[] otherErrors = new double[others.length];
        final int instrument = event.instrument();
        final long asOfNs = event.ingestNs();
        final CalibrationDecoder.EstimatesDecoder estimates = event.estimates();
        while (estimates.hasNext()) {
            estimates.next();
            final int id = estimates.estimator();
            final HjbInput input = CalibrationIds.input(id);
            if (input != null) {
                inputs.put(input, estimates.value());
                if (!Double.isNaN(estimates.standardError())) {
                    errors.put(input, estimates.standardError());
                }
            } else if (id >= CalibrationIds.SIGMA && id <= CalibrationIds.LOT_USD) {
                others[id - CalibrationIds.SIGMA] = estimates.value();
                otherErrors[id - CalibrationIds.SIGMA] = estimates.standardError();
            }
        }
        return new RecordedModel(
                instrument,
                asOfNs,
                new CalibratedModel(
                        inputs,
                        errors,
                        others[0],
                        otherErrors[0],
                        others[CalibrationIds.QUEUE_FACTOR - CalibrationIds.SIGMA],
                        otherErrors[CalibrationIds.QUEUE_FACTOR - CalibrationIds.SIGMA],
                        (long) others[CalibrationIds.OWN_FILLS - CalibrationIds.SIGMA]),
                others[CalibrationIds.LOT_USD - CalibrationIds.SIGMA]);
    }

    /**
     * Hash of the model's inputs, as a commit names it.
     *
     * @return 64 bits
     */
    public long inputsHash() {
        return PolicyMessages.inputsHash(model);
    }
}
