package io.halfspread.app.hjb;

import io.halfspread.codec.event.GapReportDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One gap report.
 *
 * @param asOfNs               event time
 * @param inventoryLots        q, lots
 * @param signal               x
 * @param heuristicValue       value of the heuristic at that state, USD
 * @param optimalValue         value of the optimum there, USD
 * @param gapPct               gap there, percent, signed
 * @param gapLowPct            lower end of its band
 * @param gapHighPct           upper end of its band
 * @param stationaryGapPct     gap averaged over the heuristic's stationary law, percent
 * @param lossUsdPerHour       what the heuristic loses, USD/h
 * @param tradedLossUsdPerHour what the policy traded loses, USD/h
 * @param modelZ               what was earned less what the model foretold, in standard errors; NaN while unknown
 */
public record GapPoint(
        long asOfNs,
        double inventoryLots,
        double signal,
        double heuristicValue,
        double optimalValue,
        double gapPct,
        double gapLowPct,
        double gapHighPct,
        double stationaryGapPct,
        double lossUsdPerHour,
        double tradedLossUsdPerHour,
        double modelZ) {
    static GapPoint of(final GapReportDecoder report) {
        return new GapPoint(
                report.asOfNs(),
                report.inventoryLots(),
                report.signal(),
                report.heuristicValue(),
                report.optimalValue(),
                report.gapPct(),
                report.gapLowPct(),
                report.gapHighPct(),
                report.stationaryGapPct(),
                report.lossUsdPerHour(),
                report.tradedLossUsdPerHour(),
                report.modelZ());
    }

    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("as_of_ns", asOfNs);
        json.put("q", inventoryLots);
        json.put("x", signal);
        json.put("heuristicValue", heuristicValue);
        json.put("optimalValue", optimalValue);
        json.put("gapPct", finite(gapPct));
        json.put("gapLowPct", finite(gapLowPct));
        json.put("gapHighPct", finite(gapHighPct));
        json.put("gapStatPct", finite(stationaryGapPct));
        json.put("lossUsdPerHour", finite(lossUsdPerHour));
        json.put("tradedLossUsdPerHour", finite(tradedLossUsdPerHour));
        json.put("modelZ", finite(modelZ));
        return json;
    }

    private static Object finite(final double value) {
        return Double.isFinite(value) ? value : null;
    }
}
