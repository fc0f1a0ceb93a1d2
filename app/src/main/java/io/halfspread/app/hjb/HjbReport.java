package io.halfspread.app.hjb;

import io.halfspread.engine.hjb.HjbGrid;
import io.halfspread.engine.hjb.HjbModel;
import io.halfspread.engine.hjb.HjbSolution;
import io.halfspread.engine.hjb.LossAttribution;
import io.halfspread.engine.hjb.Policy;
import io.halfspread.engine.hjb.PolicyAudit;
import io.halfspread.engine.hjb.SolveOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A result as the members that the command prints. */
final class HjbReport {
    private static final double PERCENT = 100;
    private static final double FLOOR_SHARE = 1e-3;

    private final HjbResult result;
    private final HjbModel model;
    private final HjbGrid grid;
    private final HjbSolution optimum;
    private final PolicyAudit heuristic;
    private final HjbTables tables;
    private final double endRate;
    private final int state;

    HjbReport(final HjbResult result) {
        this.result = result;
        model = result.problem().model();
        grid = model.grid();
        optimum = result.solver().solution();
        heuristic = result.heuristic();
        tables = new HjbTables(grid);
        endRate = model.objective().endRatePerS();
        state = result.problem().state();
    }

    Map<String, Object> json() {
        final Map<String, Object> out = new LinkedHashMap<>();
        out.put("grid", tables.axes());
        out.put("discounted", discounted());
        out.put("ergodic", ergodic());
        out.put("summary", summary());
        out.put("gridSearch", new HjbSearchReport(result).json());
        out.put("iterations", optimum.iterations());
        out.put("solve_ms", result.solveMs());
        return out;
    }

    private Map<String, Object> discounted() {
        final Policy best = optimum.policy();
        final Policy law = heuristic.policy();
        final Map<String, Object> out = new LinkedHashMap<>();
        out.put("g", optimum.value().gain());
        out.put("gHeuristic", heuristic.value().gain());
        out.put("value", endRate > 0 ? tables.table(s -> optimum.value().value(s, endRate)) : null);
        out.put("relativeValue", tables.table(optimum.value()::relative));
        out.put("deltaBid", tables.bids(best));
        out.put("deltaAsk", tables.asks(best));
        out.put("takerBuyRate", tables.table(best::takerBuyPerS));
        out.put("takerSellRate", tables.table(best::takerSellPerS));
        out.put("heuristicDeltaBid", tables.bids(law));
        out.put("heuristicDeltaAsk", tables.asks(law));
        out.put("heuristicTakerBuyRate", tables.table(law::takerBuyPerS));
        out.put("heuristicTakerSellRate", tables.table(law::takerSellPerS));
        out.put(
                "heuristicValue",
                endRate > 0 ? tables.table(s -> heuristic.value().value(s, endRate)) : null);
        out.put(
                "nullValue",
                result.nothing() == null
                        ? null
                        : tables.table(s -> result.nothing().value().value(s, endRate)));
        out.put("gapAbs", tables.table(heuristic::gap));
        out.put("gapPct", tables.table(heuristic::gapPct));
        out.put("gapFloor", model.gapFloor());
        out.put("howardIterations", optimum.iterations());
        out.put("howardTrace", trace(optimum));
        out.put("hjbResidualMax", result.residual());
        return out;
    }

    private static List<double[]> trace(final HjbSolution solution) {
        final List<double[]> trace = new ArrayList<>();
        for (int i = 0; i < solution.iterations(); i++) {
            trace.add(new double[] {i + 1, solution.gain(i), solution.change(i)});
        }
        return trace;
    }

    private Map<String, Object> ergodic() {
        final boolean solved = result.endlessOutcome() == SolveOutcome.SOLVED;
        final boolean compared = solved && heuristic.lawOutcome() == SolveOutcome.SOLVED;
        final HjbSolution endless = result.endless().solution();
        final Map<String, Object> out = new LinkedHashMap<>();
        final double rho = endless.value().gain();
        final double floor = FLOOR_SHARE * model.fills().freeProfit();
        out.put("rhoStar", solved ? rho : null);
        out.put("rhoHeuristic", heuristic.lawOutcome() == SolveOutcome.SOLVED ? heuristic.ergodicGain() : null);
        out.put("gapPct", compared ? PERCENT * (rho - heuristic.ergodicGain()) / Math.max(Math.abs(rho), floor) : null);
        if (solved) {
            out.put("biasValue", tables.table(endless.value()::relative));
            out.put("deltaBid", tables.bids(endless.policy()));
            out.put("deltaAsk", tables.asks(endless.policy()));
            out.put("takerBuyRate", tables.table(endless.policy()::takerBuyPerS));
            out.put("takerSellRate", tables.table(endless.policy()::takerSellPerS));
            out.put("howardIterations", endless.iterations());
        } else {
            out.put("refused", result.endlessOutcome().meaning());
        }
        return out;
    }

    private Map<String, Object> summary() {
        final Map<String, Object> out = new LinkedHashMap<>();
        out.put("currentState", currentState());
        out.put("stationaryHeuristic", stationaryHeuristic());
        final Map<String, Object> best = new LinkedHashMap<>();
        final boolean lawful = result.best().lawOutcome() == SolveOutcome.SOLVED;
        best.put("meanAbsQ", lawful ? result.best().meanAbsoluteLots() : null);
        out.put("stationaryOptimal", best);
        if (heuristic.lawOutcome() == SolveOutcome.SOLVED) {
            final double[] byLots = new double[grid.rows()];
            for (int i = 0; i < byLots.length; i++) {
                byLots[i] = heuristic.rowProbability(i);
            }
            out.put("stationaryHeuristicByQ", byLots);
        }
        out.put("u0", model.fills().freeProfit());
        return out;
    }

    private Map<String, Object> currentState() {
        final Map<String, Object> out = place(state);
        out.put("value", endRate > 0 ? optimum.value().value(state, endRate) : null);
        out.put("heuristicValue", endRate > 0 ? heuristic.value().value(state, endRate) : null);
        out.put("gapPct", heuristic.gapPct(state));
        if (result.nothing() != null) {
            out.put(
                    "regretSharePct",
                    PERCENT * heuristic.gap(state) / result.nothing().gap(state));
        }
        return out;
    }

    private Map<String, Object> stationaryHeuristic() {
        final Map<String, Object> out = new LinkedHashMap<>();
        if (heuristic.lawOutcome() != SolveOutcome.SOLVED) {
            out.put("refused", heuristic.lawOutcome().meaning());
            return out;
        }
        out.put("meanValueOptimal", heuristic.meanOptimum());
        out.put("meanValueHeuristic", heuristic.meanOptimum() - heuristic.meanGap());
        out.put("gapPct", heuristic.stationaryGapPct());
        out.put("meanAbsQ", heuristic.meanAbsoluteLots());
        final LossAttribution loss = heuristic.attribution();
        final Map<String, Object> attribution = new LinkedHashMap<>();
        attribution.put("bid", loss.bid());
        attribution.put("ask", loss.ask());
        attribution.put("taker", loss.taker());
        out.put("attributionPerSecond", attribution);
        out.put("lossPerSecond", heuristic.lossRate());
        final double notional = result.problem().lotNotionalUsd();
        if (!Double.isNaN(notional)) {
            out.put("lossUsdPerHour", PolicyAudit.usdPerHour(heuristic.lossRate(), notional));
        }
        out.put("worstStates", worstStates(loss));
        return out;
    }

    private List<Map<String, Object>> worstStates(final LossAttribution loss) {
        final List<Map<String, Object>> worst = new ArrayList<>();
        for (int i = 0; i < Math.min(PolicyAudit.WORST_STATES, grid.states()); i++) {
            final int s = loss.worst(i);
            final Map<String, Object> out = place(s);
            out.put("lossPerSecond", loss.loss(s));
            out.put("probability", heuristic.probability(s));
            worst.add(out);
        }
        return worst;
    }

    private Map<String, Object> place(final int s) {
        final Map<String, Object> out = new LinkedHashMap<>();
        out.put("q", grid.lots(grid.row(s)));
        out.put("x", grid.signal(grid.node(s)));
        return out;
    }
}
