package io.halfspread.engine.quote;

import static io.halfspread.engine.tuning.TuningParamIds.ADVERSE_FACTOR;
import static io.halfspread.engine.tuning.TuningParamIds.LAMBDA;
import static io.halfspread.engine.tuning.TuningParamIds.LIQUIDATION_MULTIPLIER;
import static io.halfspread.engine.tuning.TuningParamIds.MIN_RATIO;
import static io.halfspread.engine.tuning.TuningParamIds.SKEW_FACTOR;
import static io.halfspread.engine.tuning.TuningParamIds.SPREAD_SCALE;
import static io.halfspread.engine.tuning.TuningParamIds.URGENCY_THRESHOLD;

import io.halfspread.codec.contract.HotPath;

/**
 * The seven-parameter law: drift filter and control. Pure functions in strict IEEE double, operations in the order in
 * which the law is written, so that every JVM gives the same bits.
 */
@HotPath
public final class HeuristicLaw {
    private HeuristicLaw() {}

    /**
     * One step of the drift filter.
     *
     * @param muHat     filter before the step
     * @param imbalance size imbalance, -1 to 1
     * @param spreadBps market spread, bps
     * @param params    parameters in force
     * @return filter after the step
     */
    public static double stepDrift(
            final double muHat, final double imbalance, final double spreadBps, final ParamsInForce params) {
        final double lambda = params.value(LAMBDA);
        final double scale = spreadBps > 0 ? 1 / (1 + spreadBps / params.value(SPREAD_SCALE)) : 1;
        return lambda * (imbalance * scale) + (1 - lambda) * muHat;
    }

    /**
     * The control for a state.
     *
     * @param out           gets the control
     * @param halfSpreadBps half spread h, bps
     * @param muHat         drift filter after its step
     * @param position      position Q, base units
     * @param maxPosition   position limit Qmax, base units, above 0
     * @param params        parameters in force
     */
    public static void control(
            final ControlVector out,
            final double halfSpreadBps,
            final double muHat,
            final double position,
            final double maxPosition,
            final ParamsInForce params) {
        final double h = halfSpreadBps;
        final double r = within(position / maxPosition, -1, 1);
        double bid = h;
        double ask = h;
        if (muHat > 0) {
            ask += muHat * h * params.value(ADVERSE_FACTOR);
        } else if (muHat < 0) {
            bid += -muHat * h * params.value(ADVERSE_FACTOR);
        }
        if (position > 0) {
            bid *= 1 + r * r;
        } else if (position < 0) {
            ask *= 1 + r * r;
        }
        final double skew = r * h * params.value(SKEW_FACTOR);
        ask -= skew;
        bid += skew;
        final double floor = h * params.value(MIN_RATIO);
        bid = bid < floor ? floor : bid;
        ask = ask < floor ? floor : ask;
        final double urgency = Math.abs(r);
        final double threshold = params.value(URGENCY_THRESHOLD);
        final double rate = urgency > threshold ? (urgency - threshold) * params.value(LIQUIDATION_MULTIPLIER) : 0;
        out.set(bid, ask, position < 0 ? rate : 0, position > 0 ? rate : 0);
    }

    /** Compared, not computed by Math.min and Math.max: a branch that is foreseen costs nothing, and the rest waits for this. */
    private static double within(final double value, final double least, final double most) {
        return value > most ? most : value < least ? least : value;
    }
}
