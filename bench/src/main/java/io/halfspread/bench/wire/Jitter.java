package io.halfspread.bench.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What the machine does to a thread that only spins and looks at the clock: gaps that no program can be blamed for. */
final class Jitter {
    private static final long LENGTH_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long GAP_NS = TimeUnit.MICROSECONDS.toNanos(10);
    private static final long LONG_GAP_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final double P9999 = 99.99;

    /** Spins for a fifth of a second on the calling thread. */
    Map<String, Object> measure() {
        final Histogram gaps = new Histogram(WireRound.LONGEST_NS, 3);
        final long startNs = System.nanoTime();
        long beforeNs = startNs;
        int over10us = 0;
        int over1ms = 0;
        while (beforeNs - startNs < LENGTH_NS) {
            final long nowNs = System.nanoTime();
            final long gapNs = nowNs - beforeNs;
            gaps.recordValue(Math.min(WireRound.LONGEST_NS, gapNs));
            over10us += gapNs >= GAP_NS ? 1 : 0;
            over1ms += gapNs >= LONG_GAP_NS ? 1 : 0;
            beforeNs = nowNs;
        }
        final double perSecond = (double) TimeUnit.SECONDS.toNanos(1) / (beforeNs - startNs);
        final Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("jitterP9999", gaps.getValueAtPercentile(P9999));
        figures.put("jitterMax", gaps.getMaxValue());
        figures.put("jitterOver10us", Math.round(over10us * perSecond));
        figures.put("jitterOver1ms", Math.round(over1ms * perSecond));
        return figures;
    }
}
