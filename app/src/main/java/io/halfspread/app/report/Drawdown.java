package io.halfspread.app.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** Deepest fall of the profit from its highest point so far, over every event. For one thread. */
final class Drawdown {
    private boolean begun;
    private long peak;
    private long peakNs;
    private Fall worst = new Fall(0, 0, 0);

    /**
     * A fall.
     *
     * @param usd    how deep, USD, decimal8
     * @param fromNs time of the peak, ns since the epoch, 0 without a fall
     * @param toNs   time of the deepest point
     */
    record Fall(long usd, long fromNs, long toNs) {
        Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("usd", Decimals.of(usd));
            json.put("peak_ns", usd > 0 ? fromNs : null);
            json.put("trough_ns", usd > 0 ? toNs : null);
            return json;
        }
    }

    void at(final long nowNs, final long profit) {
        if (!begun || profit >= peak) {
            begun = true;
            peak = profit;
            peakNs = nowNs;
        } else if (peak - profit > worst.usd()) {
            worst = new Fall(peak - profit, peakNs, nowNs);
        }
    }

    Fall worst() {
        return worst;
    }
}
