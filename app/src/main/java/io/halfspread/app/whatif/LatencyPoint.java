package io.halfspread.app.whatif;

import io.halfspread.app.report.Estimate;
import io.halfspread.app.report.SessionTrack;
import io.halfspread.app.report.TracedReplay;
import io.halfspread.engine.replay.InstrumentResult;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a delay costs.
 *
 * @param addedMs  added to every command's delay, ms
 * @param baseline profit without the change, USD, with its band
 * @param change   profit with it
 * @param delta    the second less the first, minute by minute
 * @param byCoin   the same by coin: baseline, change, delta
 * @param fills    fills of baseline and change
 */
public record LatencyPoint(
        BigDecimal addedMs,
        Estimate baseline,
        Estimate change,
        Estimate delta,
        Map<String, List<Estimate>> byCoin,
        List<Long> fills) {
    static LatencyPoint of(final BigDecimal addedMs, final TracedReplay baseline, final TracedReplay change) {
        final SessionTrack a = baseline.track();
        final SessionTrack b = change.track();
        final Map<String, List<Estimate>> byCoin = new LinkedHashMap<>();
        a.tradedCoins()
                .forEach(coin -> byCoin.put(
                        coin, List.of(a.profit(coin), b.profit(coin), SessionTrack.profitDelta(a, b, coin))));
        return new LatencyPoint(
                addedMs,
                a.profit(null),
                b.profit(null),
                SessionTrack.profitDelta(a, b, null),
                byCoin,
                List.of(fills(baseline), fills(change)));
    }

    private static long fills(final TracedReplay replay) {
        return replay.result().summary().instruments().stream()
                .mapToLong(InstrumentResult::fills)
                .sum();
    }

    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("added_ms", addedMs);
        json.putAll(members(List.of(baseline, change, delta)));
        final Map<String, Object> filled = new LinkedHashMap<>();
        filled.put(WhatIf.BASELINE, fills.get(0));
        filled.put(WhatIf.CHANGE, fills.get(1));
        json.put("fills", filled);
        final Map<String, Object> coins = new LinkedHashMap<>();
        byCoin.forEach((coin, estimates) -> coins.put(coin, members(estimates)));
        json.put("by_asset", coins);
        return json;
    }

    private static Map<String, Object> members(final List<Estimate> estimates) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put(WhatIf.BASELINE, estimates.get(0).json());
        json.put(WhatIf.CHANGE, estimates.get(1).json());
        json.put("delta", estimates.get(2).json());
        return json;
    }
}
