package io.halfspread.app.capture.quality;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Receive time against the venue's time, of the events of one coin: how long after it they come, and when that changes at
 * once, as it does when a clock is set or a stalled connection hands over what it held. For one thread.
 */
final class ClockWatch {
    /** A larger change from one event of a stream to the next is a step, ns. */
    static final long STEP_NS = 1_000_000_000L;

    private static final int STREAMS = 3;
    private static final int DIGITS = 2;
    private static final long NS_PER_US = 1_000;
    private static final long LARGEST_US = 86_400_000_000L;
    private static final double MS_PER_US = 1e-3;
    private static final double MS_PER_NS = 1e-6;

    private final Histogram lagUs = new Histogram(LARGEST_US, DIGITS);
    private final long[] newestLagNs = new long[STREAMS];
    private final boolean[] begun = new boolean[STREAMS];
    private long steps;
    private long largestStepNs;
    private long early;
    private long earliestNs;

    /** Takes an event. */
    void at(final int stream, final long receiveNs, final long venueNs) {
        final long lagNs = receiveNs - venueNs;
        if (begun[stream] && Math.abs(lagNs - newestLagNs[stream]) > STEP_NS) {
            steps++;
            largestStepNs = Math.max(largestStepNs, Math.abs(lagNs - newestLagNs[stream]));
        }
        begun[stream] = true;
        newestLagNs[stream] = lagNs;
        if (lagNs < 0) {
            early++;
            earliestNs = Math.min(earliestNs, lagNs);
        }
        lagUs.recordValue(Math.min(LARGEST_US, Math.max(0, lagNs / NS_PER_US)));
    }

    long steps() {
        return steps;
    }

    long early() {
        return early;
    }

    long count() {
        return lagUs.getTotalCount();
    }

    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("steps", steps);
        json.put("largest_step_ms", largestStepNs * MS_PER_NS);
        json.put("early", early);
        json.put("earliest_ms", earliestNs * MS_PER_NS);
        final boolean any = lagUs.getTotalCount() > 0;
        json.put("lag_p50_ms", any ? lagUs.getValueAtPercentile(50) * MS_PER_US : null);
        json.put("lag_p99_ms", any ? lagUs.getValueAtPercentile(99) * MS_PER_US : null);
        json.put("lag_max_ms", any ? lagUs.getMaxValue() * MS_PER_US : null);
        return json;
    }
}
