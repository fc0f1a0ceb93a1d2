package io.halfspread.engine.hjb;

import io.halfspread.engine.quote.ParamsInForce;
import io.halfspread.engine.tuning.TuningParam;
import java.util.Arrays;

/**
 * How much more the heuristic would earn for each unit of each of its parameters: the exact gradient of its stationary rate,
 * which is r times its value averaged over the time it spends in each state, from one factorisation that gives the rate, what
 * states are worth and how long the chain stays in each. For a model without an end it is the endless rate. The two parameters
 * of the drift filter have no slope here: the model starts from the signal that the filter gives. Works in its solver's
 * workspace; allocates only when constructed. For one thread.
 */
public final class PolicyGradient {
    /** Share of a parameter's range that is taken as a usual move of it. */
    private static final double USUAL_MOVE = 0.1;

    private final PolicyEvaluator evaluator;
    private final HeuristicPolicy heuristic = new HeuristicPolicy();
    private final HeuristicSlopes slopes = new HeuristicSlopes();
    private final Policy policy;
    private final AnchoredValue value;
    private final double[] law;
    private final double[] gradient = new double[TuningParam.COUNT + 1];

    /**
     * A gradient for the models of a solver.
     *
     * @param solver whose workspace is used
     */
    public PolicyGradient(final HjbSolver solver) {
        evaluator = solver.evaluator();
        policy = new Policy(evaluator.shape());
        value = new AnchoredValue(evaluator.shape().states());
        law = new double[evaluator.shape().states()];
    }

    /**
     * Evaluates the heuristic and its gradient.
     *
     * @param model         the model
     * @param halfSpreadBps half spread of our quotes, bps
     * @param params        the heuristic's parameters
     * @return how it went; unless solved the results are void
     */
    public SolveOutcome compute(final HjbModel model, final double halfSpreadBps, final ParamsInForce params) {
        final SolveOutcome outcome = evaluate(model, halfSpreadBps, params);
        return outcome == SolveOutcome.SOLVED ? differentiate(model, halfSpreadBps, params) : outcome;
    }

    /** The rate alone: what a search along a line asks for. */
    SolveOutcome evaluate(final HjbModel model, final double halfSpreadBps, final ParamsInForce params) {
        evaluator.load(model);
        heuristic.write(model, halfSpreadBps, params, policy);
        return evaluator.evaluateStationary(policy, value);
    }

    private SolveOutcome differentiate(final HjbModel model, final double halfSpreadBps, final ParamsInForce params) {
        final SolveOutcome outcome = evaluator.stationaryLaw(law);
        Arrays.fill(gradient, 0);
        final HjbGrid grid = model.grid();
        for (int i = 0; i < grid.rows(); i++) {
            final double ratio = (double) grid.lots(i) / grid.maxLots();
            for (int j = 0; j < grid.signalNodes(); j++) {
                slopes.at(model.limits(), halfSpreadBps, grid.signal(j), ratio, params);
                addState(model, i, grid.state(i, j));
            }
        }
        return outcome;
    }

    private void addState(final HjbModel model, final int row, final int s) {
        final HjbGrid grid = model.grid();
        final double makerCost = model.costs().makerCostBps();
        final double longer = row < grid.rows() - 1 ? value.relative(s + grid.lotStride()) - value.relative(s) : 0;
        final double shorter = row > 0 ? value.relative(s - grid.lotStride()) - value.relative(s) : 0;
        final double bidDecay = model.fills().bidDecayPerBps();
        final double askDecay = model.fills().askDecayPerBps();
        final double perBid =
                law[s] * evaluator.flows().bids(s) * (1 - bidDecay * (policy.bidOffsetBps(s) - makerCost + longer));
        final double perAsk =
                law[s] * evaluator.flows().asks(s) * (1 - askDecay * (policy.askOffsetBps(s) - makerCost + shorter));
        final boolean reducesByBuying = grid.lots(row) < 0;
        final double perTaker =
                law[s] * ((reducesByBuying ? longer : shorter) - model.costs().takerCostBps());
        for (int p = 0; p < gradient.length; p++) {
            gradient[p] += perBid * slopes.bid(p) + perAsk * slopes.ask(p) + perTaker * slopes.taker(p);
        }
    }

    /**
     * The rate at which the heuristic earns in the long run, less what flattening costs at the model's end rate.
     *
     * @return r times the mean value over the stationary law, for r = 0 rho; lot bps/s
     */
    public double gain() {
        return value.gain();
    }

    /**
     * How the rate moves with a tuning parameter. Where the law has a kink, the mean of its sides.
     *
     * @param param the parameter
     * @return lot bps/s per unit of the parameter
     */
    public double slope(final TuningParam param) {
        return gradient[param.ordinal()];
    }

    /**
     * How the rate moves with our half spread.
     *
     * @return lot bps/s per bps
     */
    public double baseSlope() {
        return gradient[HeuristicSlopes.BASE];
    }

    /**
     * What a usual move of a parameter, a tenth of its range in the better direction, would gain if the slope held so far.
     *
     * @param param  the parameter
     * @param params values in force, whose distance from the end of the range limits the move
     * @return lot bps/s, at least 0
     */
    public double reach(final TuningParam param, final ParamsInForce params) {
        final double slope = slope(param);
        final double now = params.value(param.ordinal());
        final double room = slope > 0 ? param.max() - now : now - param.min();
        return Math.abs(slope) * Math.max(0, Math.min(room, USUAL_MOVE * (param.max() - param.min())));
    }

    /**
     * The parameter whose usual move gains most.
     *
     * @param params values in force
     * @return the parameter, null when no move gains anything
     */
    public TuningParam strongest(final ParamsInForce params) {
        TuningParam strongest = null;
        double most = 0;
        for (final TuningParam param : TuningParam.values()) {
            final double reach = reach(param, params);
            if (reach > most) {
                most = reach;
                strongest = param;
            }
        }
        return strongest;
    }
}
