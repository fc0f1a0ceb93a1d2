package io.halfspread.engine.calibration;

import io.halfspread.engine.hjb.HjbInput;
import io.halfspread.engine.hjb.HjbModel;
import java.util.EnumMap;
import java.util.Map;

/**
 * A market model as it was estimated at one moment.
 *
 * @param inputs         every input of the solver
 * @param standardErrors standard errors of the inputs that were estimated
 * @param sigma          standard deviation of the mid over one second, bps
 * @param sigmaError     its standard error
 * @param queueFactor    R, own fills against those the market's flow alone would have given; already in the fill rates
 * @param queueError     its standard error
 * @param ownFills       own maker fills it rests on
 */
public record CalibratedModel(
        Map<HjbInput, Double> inputs,
        Map<HjbInput, Double> standardErrors,
        double sigma,
        double sigmaError,
        double queueFactor,
        double queueError,
        long ownFills) {
    /** Makes the maps unchangeable. */
    public CalibratedModel {
        inputs = new EnumMap<>(inputs);
        standardErrors = new EnumMap<>(standardErrors);
    }

    /**
     * The model to solve.
     *
     * @return the model
     */
    public HjbModel model() {
        return HjbModel.of(inputs);
    }

    /**
     * One input.
     *
     * @param input which
     * @return its value
     */
    public double value(final HjbInput input) {
        return inputs.get(input);
    }
}
