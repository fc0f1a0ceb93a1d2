package io.halfspread.engine.settings;

/**
 * Limits of a session beyond the position's and the price's. All are on event time, so they replay.
 *
 * @param maxOrderUsd         largest value of one order, USD, decimal8; {@link Long#MIN_VALUE} for none
 * @param maxDailyLossUsd     loss of a UTC day that stops quoting, USD, decimal8; {@link Long#MIN_VALUE} for none
 * @param carriedPnlUsd       P&amp;L of the account's earlier sessions of the day of the start, USD, decimal8
 * @param maxCancelsPerSecond cancels in any second beyond which a refused one is not repeated; 0 for no limit
 * @param minRunwayHours      hours that the request budget shall last at the pace of late; 0 for no limit
 * @param silence             longest silence of each stream
 * @param maxOrderAgeNs       age at which a working order is cancelled and placed anew, ns; 0 for no limit
 * @param maxClockSkewNs      largest distance of local time to venue time, ns; 0 for no limit
 * @param postOnlyHoldNs      time without takers after the venue said that it takes post-only orders only, ns
 */
public record SafetyLimits(
        long maxOrderUsd,
        long maxDailyLossUsd,
        long carriedPnlUsd,
        int maxCancelsPerSecond,
        double minRunwayHours,
        StreamSilence silence,
        long maxOrderAgeNs,
        long maxClockSkewNs,
        long postOnlyHoldNs) {
    /** What holds in a session that says nothing of these limits, captures of earlier builds among them. */
    public static final SafetyLimits DEFAULTS = new SafetyLimits(
            Long.MIN_VALUE,
            Long.MIN_VALUE,
            0,
            20,
            0,
            new StreamSilence(0, 3_000_000_000L, 0, 15_000_000_000L),
            0,
            5_000_000_000L,
            10_000_000_000L);

    /**
     * The same limits after earlier sessions of the day.
     *
     * @param pnlUsd what they earned, USD, decimal8, negative for a loss
     * @return the limits
     */
    public SafetyLimits carrying(final long pnlUsd) {
        return new SafetyLimits(
                maxOrderUsd,
                maxDailyLossUsd,
                pnlUsd,
                maxCancelsPerSecond,
                minRunwayHours,
                silence,
                maxOrderAgeNs,
                maxClockSkewNs,
                postOnlyHoldNs);
    }
}
