package io.halfspread.engine.hjb;

import static io.halfspread.engine.tuning.TuningParam.ADVERSE_SELECTION_ADJUSTMENT_FACTOR;
import static io.halfspread.engine.tuning.TuningParam.INVENTORY_URGENCY_THRESHOLD;
import static io.halfspread.engine.tuning.TuningParam.LIQUIDATION_RATE_MULTIPLIER;
import static io.halfspread.engine.tuning.TuningParam.MIN_SPREAD_BASE_RATIO;
import static io.halfspread.engine.tuning.TuningParam.SKEW_ADJUSTMENT_FACTOR;

import io.halfspread.engine.quote.ParamsInForce;
import io.halfspread.engine.tuning.TuningParam;
import java.util.Arrays;

/**
 * How the quoting law's control in one state moves with each of its parameters, after the same clamps as the policy that is
 * evaluated: a control that a clamp or the floor holds does not move, and on a kink the mean of both sides counts. For one thread.
 */
final class HeuristicSlopes {
    /** Where the slope in our half spread is kept, after those of the tuning parameters. */
    static final int BASE = TuningParam.COUNT;

    private static final double ON_KINK = 1e-12;

    private final double[] bid = new double[TuningParam.COUNT + 1];
    private final double[] ask = new double[TuningParam.COUNT + 1];
    private final double[] taker = new double[TuningParam.COUNT + 1];

    void at(
            final ControlLimits limits,
            final double halfSpreadBps,
            final double signal,
            final double ratio,
            final ParamsInForce params) {
        side(bid, limits, halfSpreadBps, Math.max(-signal, 0), ratio, params);
        side(ask, limits, halfSpreadBps, Math.max(signal, 0), -ratio, params);
        takers(limits, Math.abs(ratio), params);
    }

    private static void side(
            final double[] slopes,
            final ControlLimits limits,
            final double halfSpreadBps,
            final double against,
            final double held,
            final ParamsInForce params) {
        final double adverse = params.value(ADVERSE_SELECTION_ADJUSTMENT_FACTOR.ordinal());
        final double skew = params.value(SKEW_ADJUSTMENT_FACTOR.ordinal());
        final double floor = params.value(MIN_SPREAD_BASE_RATIO.ordinal());
        final double widening = held > 0 ? 1 + held * held : 1;
        final double free = (1 + against * adverse) * widening + held * skew;
        final double ratio = Math.max(free, floor);
        final double offset = halfSpreadBps * ratio;
        final double moves =
                above(offset - limits.minOffsetBps()) * above(limits.maxOffsetBps() - offset) * halfSpreadBps;
        final double unfloored = above(free - floor);
        slopes[BASE] = moves * ratio / halfSpreadBps;
        slopes[MIN_SPREAD_BASE_RATIO.ordinal()] = moves * (1 - unfloored);
        slopes[ADVERSE_SELECTION_ADJUSTMENT_FACTOR.ordinal()] = moves * unfloored * against * widening;
        slopes[SKEW_ADJUSTMENT_FACTOR.ordinal()] = moves * unfloored * held;
    }

    private void takers(final ControlLimits limits, final double urgency, final ParamsInForce params) {
        Arrays.fill(taker, 0);
        final double speed = params.value(LIQUIDATION_RATE_MULTIPLIER.ordinal());
        final double excess = urgency - params.value(INVENTORY_URGENCY_THRESHOLD.ordinal());
        final double most = limits.maxTakerPerS();
        final double moves = most == 0 ? 0 : above(excess) * above(most - excess * speed);
        taker[INVENTORY_URGENCY_THRESHOLD.ordinal()] = -moves * speed;
        taker[LIQUIDATION_RATE_MULTIPLIER.ordinal()] = moves * Math.max(excess, 0);
    }

    /** Share of a small move both ways that counts: half of it exactly on a kink, which rounding may miss a little. */
    private static double above(final double distance) {
        return Math.abs(distance) < ON_KINK ? 0.5 : distance > 0 ? 1 : 0;
    }

    /** Slope of the bid's offset, bps per unit of the parameter. */
    double bid(final int param) {
        return bid[param];
    }

    /** Slope of the ask's offset, bps per unit of the parameter. */
    double ask(final int param) {
        return ask[param];
    }

    /** Slope of the rate of reducing takers, lots/s per unit of the parameter. */
    double taker(final int param) {
        return taker[param];
    }
}
