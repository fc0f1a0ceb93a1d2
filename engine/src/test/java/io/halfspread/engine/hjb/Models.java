package io.halfspread.engine.hjb;

import io.halfspread.engine.quote.ParamsInForce;
import io.halfspread.engine.tuning.TuningParam;
import java.util.EnumMap;
import java.util.Map;

/** The models that the tests share. */
final class Models {
    private Models() {}

    static Map<HjbInput, Double> symmetricWithoutSignal() {
        final Map<HjbInput, Double> inputs = new EnumMap<>(HjbInput.class);
        inputs.put(HjbInput.Q, 20.0);
        inputs.put(HjbInput.M, 1.0);
        inputs.put(HjbInput.AB, 1.0);
        inputs.put(HjbInput.AA, 1.0);
        inputs.put(HjbInput.KB, 0.2);
        inputs.put(HjbInput.KA, 0.2);
        inputs.put(HjbInput.MAKER_FEE, 1.5);
        inputs.put(HjbInput.TAKER_FEE, 4.5);
        inputs.put(HjbInput.HALF_SPREAD, 2.0);
        inputs.put(HjbInput.NU_MAX, 2.0);
        inputs.put(HjbInput.PHI, 0.05);
        inputs.put(HjbInput.R, 1 / 300.0);
        inputs.put(HjbInput.DMIN, 0.5);
        inputs.put(HjbInput.DMAX, 80.0);
        return inputs;
    }

    static Map<HjbInput, Double> alternativeCoin() {
        final Map<HjbInput, Double> inputs = symmetricWithoutSignal();
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
        inputs.put(HjbInput.EPS, 0.5);
        inputs.put(HjbInput.HALF_SPREAD, 4.0);
        inputs.put(HjbInput.SLIP, 0.5);
        inputs.put(HjbInput.PHI, 0.08);
        inputs.put(HjbInput.PSI, 0.05);
        inputs.put(HjbInput.R, 1 / 600.0);
        inputs.put(HjbInput.F, 5e-5);
        return inputs;
    }

    static Map<HjbInput, Double> largeCoin() {
        final Map<HjbInput, Double> inputs = symmetricWithoutSignal();
        inputs.put(HjbInput.Q, 30.0);
        inputs.put(HjbInput.M, 41.0);
        inputs.put(HjbInput.THETA, 0.5);
        inputs.put(HjbInput.SX, 0.3);
        inputs.put(HjbInput.BETA, 0.8);
        inputs.put(HjbInput.AB, 2.5);
        inputs.put(HjbInput.AA, 2.5);
        inputs.put(HjbInput.KB, 0.9);
        inputs.put(HjbInput.KA, 0.9);
        inputs.put(HjbInput.C, 0.8);
        inputs.put(HjbInput.EPS, 0.2);
        inputs.put(HjbInput.HALF_SPREAD, 0.1);
        inputs.put(HjbInput.SLIP, 0.2);
        inputs.put(HjbInput.NU_MAX, 4.0);
        inputs.put(HjbInput.PHI, 0.004);
        inputs.put(HjbInput.PSI, 0.01);
        inputs.put(HjbInput.R, 1 / 900.0);
        inputs.put(HjbInput.F, 3.5e-5);
        inputs.put(HjbInput.DMIN, 0.1);
        inputs.put(HjbInput.DMAX, 25.0);
        return inputs;
    }

    static Map<HjbInput, Double> with(final Map<HjbInput, Double> inputs, final HjbInput input, final double value) {
        final Map<HjbInput, Double> changed = new EnumMap<>(inputs);
        changed.put(input, value);
        return changed;
    }

    static ParamsInForce defaultTuning() {
        final ParamsInForce params = new ParamsInForce();
        for (final TuningParam param : TuningParam.values()) {
            params.value(param.ordinal(), param.defaultValue());
        }
        return params;
    }

    static Policy heuristic(final HjbModel model, final double halfSpreadBps) {
        final Policy policy = new Policy(model.grid());
        new HeuristicPolicy().write(model, halfSpreadBps, defaultTuning(), policy);
        return policy;
    }

    static HjbSolver solved(final HjbModel model) {
        final HjbSolver solver = new HjbSolver(model.grid());
        final SolveOutcome outcome = solver.solve(model, HjbSolver.EXACT_TOLERANCE_BPS);
        if (outcome != SolveOutcome.SOLVED) {
            throw new AssertionError(outcome);
        }
        return solver;
    }
}
