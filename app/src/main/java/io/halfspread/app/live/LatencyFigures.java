package io.halfspread.app.live;

import io.halfspread.app.view.HopHistogram;
import io.halfspread.gateway.order.SendTap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Time from receiving an event to handing the command it caused to the socket. Written by the egress thread; read in full after it
 * ended, and meanwhile by any thread from buckets of their own.
 */
final class LatencyFigures implements SendTap {
    private static final long LARGEST_NS = 60_000_000_000L;
    private static final int DIGITS = 3;
    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final double P999 = 99.9;

    private final Histogram histogram = new Histogram(LARGEST_NS, DIGITS);
    private final HopHistogram live = new HopHistogram();

    @Override
    public void onSent(final int templateId, final long eventNs, final long sentNs) {
        histogram.recordValue(Math.min(LARGEST_NS, Math.max(0, sentNs - eventNs)));
        live.record(sentNs - eventNs);
    }

    /** Percentiles so far; from any thread. */
    HopHistogram.Figures live() {
        return live.figures();
    }

    /** Commands measured. */
    long count() {
        return histogram.getTotalCount();
    }

    /** Percentiles in ns, null where nothing was sent. */
    Map<String, Object> json() {
        final boolean any = count() > 0;
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("p50", any ? histogram.getValueAtPercentile(P50) : null);
        json.put("p99", any ? histogram.getValueAtPercentile(P99) : null);
        json.put("p999", any ? histogram.getValueAtPercentile(P999) : null);
        json.put("max", any ? histogram.getMaxValue() : null);
        json.put("count", count());
        return json;
    }
}
