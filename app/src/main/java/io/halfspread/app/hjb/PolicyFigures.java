package io.halfspread.app.hjb;

import io.halfspread.engine.hjb.HeuristicPolicy;
import io.halfspread.engine.hjb.HjbSolution;
import io.halfspread.engine.hjb.Policy;
import io.halfspread.engine.hjb.PolicyAudit;
import io.halfspread.engine.hjb.SolveOutcome;
import io.halfspread.engine.quote.ParamsInForce;
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
 * @param lotNotionalUsd   value of a lot, USD; NaN when not said
 */
record PolicyFigures(
        double gapPct,
        double gapStationaryPct,
        double gapEndlessPct,
        double lossPerS,
        double earnsPerS,
        double lotNotionalUsd) {
    private static final double PERCENT = 100;

    /** Null when the heuristic with these values has no stationary law. */
    static PolicyFigures of(final HjbResult result, final TuningValues values) {
        final HjbCase problem = result.problem();
        final ParamsInForce params = problem.with(values).params();
        final Policy policy = new Policy(problem.model().grid());
        new HeuristicPolicy().write(problem.model(), problem.halfSpreadBps(), params, policy);
        final PolicyAudit audit = new PolicyAudit(result.solver());
        final HjbSolution optimum = result.solver().solution();
        final SolveOutcome outcome = audit.audit(optimum, policy);
        if (outcome != SolveOutcome.SOLVED || audit.lawOutcome() != SolveOutcome.SOLVED) {
            return null;
        }
        return new PolicyFigures(
                audit.gapPct(problem.state()),
                audit.stationaryGapPct(),
                endlessPct(result, audit.ergodicGain()),
                audit.lossRate(),
                audit.ergodicGain(),
                problem.lotNotionalUsd());
    }

    private static double endlessPct(final HjbResult result, final double gain) {
        if (result.endlessOutcome() != SolveOutcome.SOLVED) {
            return Double.NaN;
        }
        final double best = result.endless().solution().value().gain();
        final double floor = result.problem().model().ergodic().gapFloor();
        return PERCENT * (best - gain) / Math.max(Math.abs(best), floor);
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
        return out;
    }
}
