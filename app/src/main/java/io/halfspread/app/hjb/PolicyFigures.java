package io.halfspread.app.hjb;

import io.halfspread.engine.hjb.FillRates;
import io.halfspread.engine.hjb.HeuristicPolicy;
import io.halfspread.engine.hjb.HjbGrid;
import io.halfspread.engine.hjb.HjbModel;
import io.halfspread.engine.hjb.HjbSolution;
import io.halfspread.engine.hjb.Policy;
import io.halfspread.engine.hjb.PolicyAudit;
import io.halfspread.engine.hjb.SolveOutcome;
import io.halfspread.engine.tuning.TuningValues;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one set of tuning parameters earns and loses on a frozen model.
 *
 * @param gapPct           loss from the current state, percent of the optimum
 * @param gapStationaryPct the same averaged over the states where the heuristic spends its time
 * @param gapEndlessPct    loss of a session without end, percent; NaN when the endless optimum could not be found
 * @param lossPerS         loss while it runs, lot bps/s
 * @param earnsPerS        what it earns when the session never ends, lot bps/s
 * @param fillsPerHour     maker fills it gets in the model, one lot each
 * @param lotNotionalUsd   value of a lot, USD; NaN when not said
 */
record PolicyFigures(
        double gapPct,
        double gapStationaryPct,
        double gapEndlessPct,
        double lossPerS,
        double earnsPerS,
        double fillsPerHour,
        double lotNotionalUsd) {
    private static final double SECONDS_AN_HOUR = 3600;
    private static final double PERCENT = 100;

    /** Null when the heuristic with these values has no stationary law. */
    static PolicyFigures of(final HjbResult result, final TuningValues values) {
        return of(result, result.problem().with(values));
    }

    /** The same for another half spread too; the model of the variant is that of the result. */
    static PolicyFigures of(final HjbResult result, final HjbCase variant) {
        final Policy policy = new Policy(variant.model().grid());
        new HeuristicPolicy().write(variant.model(), variant.halfSpreadBps(), variant.params(), policy);
        final PolicyAudit audit = new PolicyAudit(result.solver());
        final HjbSolution optimum = result.solver().solution();
        final SolveOutcome outcome = audit.audit(optimum, policy);
        if (outcome != SolveOutcome.SOLVED || audit.lawOutcome() != SolveOutcome.SOLVED) {
            return null;
        }
        return new PolicyFigures(
                audit.gapPct(variant.state()),
                audit.stationaryGapPct(),
                endlessPct(result, audit.ergodicGain()),
                audit.lossRate(),
                audit.ergodicGain(),
                fillsPerHour(variant.model(), audit),
                variant.lotNotionalUsd());
    }

    private static double fillsPerHour(final HjbModel model, final PolicyAudit audit) {
        final HjbGrid grid = model.grid();
        final FillRates fills = model.fills();
        final Policy policy = audit.policy();
        double perS = 0;
        for (int s = 0; s < grid.states(); s++) {
            final double tilt = model.signal().fillTilt() * grid.signal(grid.node(s));
            final double bid = policy.quotesBid(s)
                    ? fills.bidRatePerS() * Math.exp(-fills.bidDecayPerBps() * policy.bidOffsetBps(s) - tilt)
                    : 0;
            final double ask = policy.quotesAsk(s)
                    ? fills.askRatePerS() * Math.exp(-fills.askDecayPerBps() * policy.askOffsetBps(s) + tilt)
                    : 0;
            perS += audit.probability(s) * (bid + ask);
        }
        return SECONDS_AN_HOUR * perS;
    }

    private static double endlessPct(final HjbResult result, final double gain) {
        if (result.endlessOutcome() != SolveOutcome.SOLVED) {
            return Double.NaN;
        }
        final double best = result.endless().solution().value().gain();
        final double floor = result.problem().model().ergodic().gapFloor();
        return PERCENT * (best - gain) / Math.max(Math.abs(best), floor);
    }

    /** Whether it is filled less than once an hour: its chain never settles and percentages are of next to nothing. */
    boolean hardlyFills() {
        return fillsPerHour < 1;
    }

    double lossUsdPerHour() {
        return PolicyAudit.usdPerHour(lossPerS, lotNotionalUsd);
    }

    Map<String, Object> json() {
        final Map<String, Object> out = new LinkedHashMap<>();
        out.put("gapPct", gapPct);
        out.put("gapStationaryPct", gapStationaryPct);
        out.put("gapErgodicPct", gapEndlessPct);
        out.put("lossPerSecond", lossPerS);
        out.put("lossUsdPerHour", lossUsdPerHour());
        out.put("earnsPerSecond", earnsPerS);
        out.put("fillsPerHour", fillsPerHour);
        return out;
    }
}
