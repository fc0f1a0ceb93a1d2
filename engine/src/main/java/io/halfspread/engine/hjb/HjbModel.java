package io.halfspread.engine.hjb;

import static io.halfspread.engine.hjb.HjbInput.AA;
import static io.halfspread.engine.hjb.HjbInput.AB;
import static io.halfspread.engine.hjb.HjbInput.BETA;
import static io.halfspread.engine.hjb.HjbInput.C;
import static io.halfspread.engine.hjb.HjbInput.DMAX;
import static io.halfspread.engine.hjb.HjbInput.DMIN;
import static io.halfspread.engine.hjb.HjbInput.EPS;
import static io.halfspread.engine.hjb.HjbInput.F;
import static io.halfspread.engine.hjb.HjbInput.HALF_SPREAD;
import static io.halfspread.engine.hjb.HjbInput.KA;
import static io.halfspread.engine.hjb.HjbInput.KB;
import static io.halfspread.engine.hjb.HjbInput.M;
import static io.halfspread.engine.hjb.HjbInput.MAKER_FEE;
import static io.halfspread.engine.hjb.HjbInput.NU_MAX;
import static io.halfspread.engine.hjb.HjbInput.PHI;
import static io.halfspread.engine.hjb.HjbInput.PSI;
import static io.halfspread.engine.hjb.HjbInput.Q;
import static io.halfspread.engine.hjb.HjbInput.R;
import static io.halfspread.engine.hjb.HjbInput.SLIP;
import static io.halfspread.engine.hjb.HjbInput.SX;
import static io.halfspread.engine.hjb.HjbInput.TAKER_FEE;
import static io.halfspread.engine.hjb.HjbInput.THETA;
import static io.halfspread.engine.hjb.HjbInput.X;

import java.util.EnumMap;
import java.util.Map;

/**
 * One market maker's problem, whole. Value is cash plus inventory at mid plus h(q, x), and h is in lot bps: multiplied by
 * the value of a lot in USD and by 1e-4 it is USD.
 *
 * @param grid      states
 * @param signal    the signal
 * @param fills     how often quotes fill
 * @param costs     what trading costs
 * @param limits    admissible controls
 * @param objective penalties and horizon
 */
public record HjbModel(
        HjbGrid grid,
        SignalDynamics signal,
        FillRates fills,
        TradingCosts costs,
        ControlLimits limits,
        Objective objective) {
    private static final double FLOOR_SHARE = 1e-3;

    /**
     * Checks what concerns several members.
     *
     * @throws IllegalArgumentException for several signal nodes with a signal that does not move
     */
    public HjbModel {
        requireMovingSignal(grid.signalNodes(), signal.meanReversionPerS(), signal.stationaryDeviation());
    }

    static void requireMovingSignal(final int nodes, final double meanReversionPerS, final double deviation) {
        if (nodes > 1 && !(meanReversionPerS > 0 && deviation > 0)) {
            throw new IllegalArgumentException("theta = " + meanReversionPerS + ", sx = " + deviation
                    + "; accepted: both above 0 when M is above 1");
        }
    }

    /**
     * A model from inputs by name.
     *
     * @param inputs values; inputs that may be absent have their value when they are
     * @return the model
     * @throws IllegalArgumentException for an input that is missing or out of range, the first one
     */
    public static HjbModel of(final Map<HjbInput, Double> inputs) {
        final double[] v = new double[HjbInput.values().length];
        for (final HjbInput input : HjbInput.values()) {
            v[input.ordinal()] = inputs.getOrDefault(input, input.absentValue());
            input.require(v[input.ordinal()]);
        }
        return new HjbModel(
                new HjbGrid((int) v[Q.ordinal()], (int) v[M.ordinal()], v[X.ordinal()]),
                new SignalDynamics(v[THETA.ordinal()], v[SX.ordinal()], v[BETA.ordinal()], v[C.ordinal()]),
                new FillRates(v[AB.ordinal()], v[AA.ordinal()], v[KB.ordinal()], v[KA.ordinal()]),
                new TradingCosts(
                        v[MAKER_FEE.ordinal()],
                        v[EPS.ordinal()],
                        v[TAKER_FEE.ordinal()],
                        v[HALF_SPREAD.ordinal()],
                        v[SLIP.ordinal()],
                        v[F.ordinal()]),
                new ControlLimits(v[DMIN.ordinal()], v[DMAX.ordinal()], v[NU_MAX.ordinal()]),
                new Objective(v[PHI.ordinal()], v[PSI.ordinal()], v[R.ordinal()]));
    }

    /**
     * One input of this model.
     *
     * @param input which
     * @return its value in the unit of the input
     */
    public double value(final HjbInput input) {
        return switch (input) {
            case Q -> grid.maxLots();
            case M -> grid.signalNodes();
            case X -> grid.signalLimit();
            case THETA -> signal.meanReversionPerS();
            case SX -> signal.stationaryDeviation();
            case BETA -> signal.driftBpsPerS();
            case C -> signal.fillTilt();
            case AB -> fills.bidRatePerS();
            case AA -> fills.askRatePerS();
            case KB -> fills.bidDecayPerBps();
            case KA -> fills.askDecayPerBps();
            case MAKER_FEE -> costs.makerFeeBps();
            case EPS -> costs.markoutBps();
            case TAKER_FEE -> costs.takerFeeBps();
            case HALF_SPREAD -> costs.halfSpreadBps();
            case SLIP -> costs.slipBps();
            case F -> costs.fundingBpsPerS();
            case NU_MAX -> limits.maxTakerPerS();
            case DMIN -> limits.minOffsetBps();
            case DMAX -> limits.maxOffsetBps();
            case PHI -> objective.inventoryPenalty();
            case PSI -> objective.flattenPenalty();
            case R -> objective.endRatePerS();
        };
    }

    /**
     * This model with one input changed.
     *
     * @param input which
     * @param value its value
     * @return the changed model
     * @throws IllegalArgumentException for a value out of range
     */
    public HjbModel with(final HjbInput input, final double value) {
        final Map<HjbInput, Double> inputs = new EnumMap<>(HjbInput.class);
        for (final HjbInput each : HjbInput.values()) {
            inputs.put(each, value(each));
        }
        inputs.put(input, value);
        return of(inputs);
    }

    /**
     * The same problem without end.
     *
     * @return the model with r = 0
     */
    public HjbModel ergodic() {
        final Objective endless = new Objective(objective.inventoryPenalty(), objective.flattenPenalty(), 0);
        return new HjbModel(grid, signal, fills, costs, limits, endless);
    }

    /**
     * Smallest value that a relative gap is taken of, so that a value near 0 gives no absurd percentage.
     *
     * @return 1e-3 U0/r, lot bps; with r = 0 1e-3 U0, lot bps/s
     */
    public double gapFloor() {
        final double floor = FLOOR_SHARE * fills.freeProfit();
        return objective.endRatePerS() > 0 ? floor / objective.endRatePerS() : floor;
    }
}
