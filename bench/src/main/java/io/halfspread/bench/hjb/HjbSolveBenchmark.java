package io.halfspread.bench.hjb;

import io.halfspread.engine.hjb.ControlLimits;
import io.halfspread.engine.hjb.FillRates;
import io.halfspread.engine.hjb.HeuristicPolicy;
import io.halfspread.engine.hjb.HjbGrid;
import io.halfspread.engine.hjb.HjbModel;
import io.halfspread.engine.hjb.HjbSolver;
import io.halfspread.engine.hjb.Objective;
import io.halfspread.engine.hjb.Policy;
import io.halfspread.engine.hjb.PolicyAudit;
import io.halfspread.engine.hjb.SignalDynamics;
import io.halfspread.engine.hjb.SolveOutcome;
import io.halfspread.engine.hjb.TradingCosts;
import io.halfspread.engine.quote.ParamsInForce;
import io.halfspread.engine.tuning.TuningParam;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One thread, 61 inventories by 41 signals. The cycle is what the solver does each time: a solve to the tolerance of
 * trading, the heuristic's table, its value, the stationary law of its chain and the attribution of its loss. Warm starts
 * from the solution of a model whose fill rates differ by 3 %. Leaves out calibration and the messages of a table.
 */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class HjbSolveBenchmark {
    private static final double HALF_SPREAD_BPS = 3;

    private final HjbModel calm = model(2.5);
    private final HjbModel busy = model(2.5 * 1.03);
    private final HjbSolver solver = new HjbSolver(calm.grid());
    private final PolicyAudit audit = new PolicyAudit(solver);
    private final HeuristicPolicy heuristic = new HeuristicPolicy();
    private final Policy policy = new Policy(calm.grid());
    private final ParamsInForce params = new ParamsInForce();
    private boolean turn;

    /** Puts the default parameters in force. */
    @Setup
    public void defaults() {
        for (final TuningParam param : TuningParam.values()) {
            params.value(param.ordinal(), param.defaultValue());
        }
    }

    /**
     * The cycle after a small move of the fill rates.
     *
     * @return the stationary gap
     */
    @Benchmark
    public double warmCycle() {
        turn = !turn;
        return cycle(turn ? busy : calm);
    }

    /**
     * The cycle without anything to start from.
     *
     * @return the stationary gap
     */
    @Benchmark
    public double coldCycle() {
        solver.startCold();
        return cycle(calm);
    }

    /**
     * The solve alone, without anything to start from.
     *
     * @return how it went
     */
    @Benchmark
    public SolveOutcome coldSolve() {
        solver.startCold();
        return solver.solve(calm, HjbSolver.TRADING_TOLERANCE_BPS);
    }

    private double cycle(final HjbModel model) {
        solver.solve(model, HjbSolver.TRADING_TOLERANCE_BPS);
        heuristic.write(model, HALF_SPREAD_BPS, params, policy);
        audit.audit(solver.solution(), policy);
        return audit.stationaryGapPct();
    }

    private static HjbModel model(final double fillsPerS) {
        return new HjbModel(
                new HjbGrid(30, 41, 1),
                new SignalDynamics(0.5, 0.3, 0.8, 0.8),
                new FillRates(fillsPerS, fillsPerS, 0.9, 0.9),
                new TradingCosts(1.5, 0.2, 4.5, 0.1, 0.2, 3.5e-5),
                new ControlLimits(0.1, 25, 4),
                new Objective(0.004, 0.01, 1 / 900.0));
    }
}
