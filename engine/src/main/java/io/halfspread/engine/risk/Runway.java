package io.halfspread.engine.risk;

import io.halfspread.codec.contract.HotPath;

/**
 * How long a request budget lasts at the pace of the last ten to twenty minutes: requests spent less requests earned by
 * trading. Said only after a minute. Engine thread only.
 */
@HotPath
public final class Runway {
    private static final long WINDOW_NS = 600_000_000_000L;
    private static final long FIRST_NS = 60_000_000_000L;
    private static final double HOUR_NS = 3.6e12;
    private static final long NONE = Long.MIN_VALUE;

    private long startNs = NONE;
    private long windowStartNs;
    private double net;
    private double netBefore;

    /** Forgets what was seen. */
    public void reset() {
        startNs = NONE;
        net = 0;
        netBefore = 0;
    }

    /**
     * Requests were spent or earned.
     *
     * @param nowNs    event time
     * @param requests above 0 when spent
     */
    public void add(final long nowNs, final double requests) {
        roll(nowNs);
        net += requests;
    }

    /**
     * How long the budget lasts.
     *
     * @param left  requests left
     * @param nowNs event time
     * @return hours; positive infinity when nothing is used up on balance, or not known yet
     */
    public double hours(final double left, final long nowNs) {
        if (startNs == NONE) {
            return Double.POSITIVE_INFINITY;
        }
        roll(nowNs);
        final long seenNs = Math.min(nowNs - startNs, WINDOW_NS + nowNs - windowStartNs);
        if (seenNs < FIRST_NS) {
            return Double.POSITIVE_INFINITY;
        }
        final double perHour = (net + netBefore) / seenNs * HOUR_NS;
        return perHour <= 0 ? Double.POSITIVE_INFINITY : Math.max(0, left) / perHour;
    }

    private void roll(final long nowNs) {
        if (startNs == NONE) {
            startNs = nowNs;
            windowStartNs = nowNs;
        }
        if (nowNs - windowStartNs >= 2 * WINDOW_NS) {
            netBefore = 0;
            net = 0;
            windowStartNs = nowNs;
            startNs = nowNs;
        } else if (nowNs - windowStartNs >= WINDOW_NS) {
            netBefore = net;
            net = 0;
            windowStartNs += WINDOW_NS;
        }
    }
}
