package io.halfspread.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All figures of a session.
 *
 * @param kind          where its events came from
 * @param sessionId     high half of its order ids
 * @param inputs        inputs recorded
 * @param outputs       outputs recorded
 * @param firstNs       time of the first event
 * @param lastNs        time of the last event
 * @param hash          rolling hash of an engine over the inputs
 * @param profit        profit of all coins
 * @param drawdown      deepest fall of the profit of all coins
 * @param windowSeconds length of a window of the curve
 * @param curve         profit of all coins over time
 * @param coins         coin by coin
 * @param versions      parameter version by parameter version
 * @param requests      what was asked of the venue
 */
record Figures(
        String kind,
        long sessionId,
        long inputs,
        long outputs,
        long firstNs,
        long lastNs,
        long hash,
        ProfitParts profit,
        Drawdown.Fall drawdown,
        double windowSeconds,
        List<Curve.Point> curve,
        List<Coin> coins,
        List<VersionTrack.Row> versions,
        RequestFigures requests) {
    /**
     * One coin.
     *
     * @param coin          venue name
     * @param totals        sums of the session
     * @param position      position at the end, base units, decimal8
     * @param mid           last mid, decimal8
     * @param drawdown      deepest fall of its profit
     * @param fills         maker fills by side
     * @param inventory     how long each position was held
     * @param reasons       how long each reason stood
     * @param windowSeconds length of a window of the curve
     * @param curve         profit, price and position over time
     * @param blocks        changes of the profit, minute by minute, USD, decimal8
     */
    record Coin(
            String coin,
            CoinTotals totals,
            long position,
            long mid,
            Drawdown.Fall drawdown,
            List<FillFigures.Row> fills,
            PositionTimes.Distribution inventory,
            List<ReasonTimes.Row> reasons,
            double windowSeconds,
            List<Curve.Point> curve,
            long[] blocks) {
        Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("position", Decimals.of(position));
            json.put("mid", Decimals.of(mid));
            json.putAll(totals.json());
            json.put("drawdown", drawdown.json());
            final Map<String, Object> bySide = new LinkedHashMap<>();
            fills.forEach(row -> bySide.put(row.which().text(), row.json()));
            json.put("maker_fills_by_side", bySide);
            json.put("inventory", inventory.json());
            json.put("reasons", reasons.stream().map(ReasonTimes.Row::json).toList());
            json.put("curve", Curve.json(windowSeconds, curve));
            return json;
        }
    }

    double seconds() {
        return (lastNs - firstNs) / 1e9;
    }

    List<Map<String, Object>> versionsJson() {
        final List<Map<String, Object>> rows = new ArrayList<>();
        for (final VersionTrack.Row row : versions) {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("version", row.version().version());
            json.put("sha256", row.version().sha256());
            json.put("seq", row.version().sequence());
            json.put("source", row.version().source());
            json.put("from_ns", row.fromNs());
            json.put("to_ns", row.toNs());
            json.put("values", row.values());
            json.put("changed", row.changed());
            final Map<String, Object> byAsset = new LinkedHashMap<>();
            for (int i = 0; i < row.coins().size(); i++) {
                byAsset.put(coins.get(i).coin(), row.coins().get(i).json());
            }
            json.put("by_asset", byAsset);
            rows.add(json);
        }
        return rows;
    }
}
