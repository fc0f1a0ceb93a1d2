package io.halfspread.app.hjb;

import io.halfspread.app.hjb.plot.DepthCounts;
import io.halfspread.engine.hjb.HjbInput;
import io.halfspread.engine.hjb.HjbModel;
import io.halfspread.engine.quote.ParamsInForce;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningValues;
import java.util.Arrays;
import java.util.Map;

/**
 * What is to be solved.
 *
 * @param model          model
 * @param halfSpreadBps  half spread of the heuristic's quotes, bps
 * @param params         the heuristic's parameters
 * @param lots           current inventory, lots
 * @param signal         current signal
 * @param lotNotionalUsd value of a lot, USD; NaN when not said
 * @param standardErrors errors of calibrated inputs, in their units; empty when not said
 * @param depths         how often orders of others reached how deep; empty when not said
 */
record HjbCase(
        HjbModel model,
        double halfSpreadBps,
        ParamsInForce params,
        double lots,
        double signal,
        double lotNotionalUsd,
        Map<HjbInput, Double> standardErrors,
        DepthCounts depths) {
    /** Number of the current state. */
    int state() {
        return model.grid().state(model.grid().nearestRow(lots), model.grid().nearestNode(signal));
    }

    TuningValues tuning() {
        return TuningValues.of(Arrays.stream(TuningParam.values())
                .mapToDouble(param -> params.value(param.ordinal()))
                .toArray());
    }

    HjbCase withHalfSpread(final double newHalfSpreadBps) {
        return new HjbCase(model, newHalfSpreadBps, params, lots, signal, lotNotionalUsd, standardErrors, depths);
    }

    HjbCase with(final TuningValues values) {
        final ParamsInForce changed = new ParamsInForce();
        values.toMap().forEach((param, value) -> changed.value(param.ordinal(), value));
        return new HjbCase(model, halfSpreadBps, changed, lots, signal, lotNotionalUsd, standardErrors, depths);
    }
}
