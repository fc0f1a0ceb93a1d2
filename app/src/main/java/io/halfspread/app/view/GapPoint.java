package io.halfspread.app.view;

import io.halfspread.codec.event.GapReportDecoder;
import io.halfspread.engine.tuning.TuningParam;

/**
 * What the quoted policy is worth against the best one, as reported.
 *
 * @param ns            event time, ns
 * @param policyVersion policy table it is about
 * @param gapPct        what the heuristic loses from the current state, percent, signed
 * @param lowPct        smallest gap with one input a standard error off, percent; NaN when not computed
 * @param highPct       largest gap with one input a standard error off, percent; NaN when not computed
 * @param stationaryPct averaged over the heuristic's stationary law, percent; NaN without one
 * @param lossPerHour   what the heuristic loses while it runs, USD/h; NaN without a stationary law
 * @param heuristic     value of the heuristic at the current state, USD
 * @param optimal       value of the optimum at the current state, USD
 * @param modelZ        what was earned less what the model foretold, standard errors; NaN before it can be said
 * @param strongest     key of the parameter that moves the heuristic's value most; empty when none does
 */
public record GapPoint(
        long ns,
        long policyVersion,
        double gapPct,
        double lowPct,
        double highPct,
        double stationaryPct,
        double lossPerHour,
        double heuristic,
        double optimal,
        double modelZ,
        String strongest) {
    static GapPoint of(final GapReportDecoder report) {
        final int id = report.strongestParam();
        return new GapPoint(
                report.ingestNs(),
                report.policyVersion(),
                report.gapPct(),
                report.gapLowPct(),
                report.gapHighPct(),
                report.stationaryGapPct(),
                report.lossUsdPerHour(),
                report.heuristicValue(),
                report.optimalValue(),
                report.modelZ(),
                id < TuningParam.COUNT ? TuningParam.values()[id].key() : "");
    }
}
