package io.halfspread.sim.exchange;

/**
 * Numbers in the venue's rules; immutable.
 *
 * @param minNotional       least value of an order, USD decimal8
 * @param requestBudget     requests an account has before it has traded
 * @param openOrders        open orders an account may have before it has traded
 * @param scheduleVolume    volume needed for the dead man's switch, USD decimal8
 * @param scheduleLeadMs    least time ahead at which the switch can be set, ms
 * @param scheduleTriggers  times a day that the switch may fire
 * @param fills             newest fills of an account that can be asked for
 * @param endedOrders       newest orders of an account that have ended and can be asked for
 */
public record ExchangeLimits(
        long minNotional,
        long requestBudget,
        int openOrders,
        long scheduleVolume,
        long scheduleLeadMs,
        int scheduleTriggers,
        int fills,
        int endedOrders) {
    private static final long USD = 100_000_000L;

    /** The venue's own numbers. */
    public static final ExchangeLimits VENUE =
            new ExchangeLimits(10L * USD, 10_000L, 1_000, 1_000_000L * USD, 5_000L, 10, 10_000, 2_000);

    /**
     * The same with a history that reaches less or more far back.
     *
     * @param newestFills  fills of an account, at least 1
     * @param newestOrders orders of an account that have ended, at least 1
     * @return limits
     */
    public ExchangeLimits withHistory(final int newestFills, final int newestOrders) {
        return new ExchangeLimits(
                minNotional,
                requestBudget,
                openOrders,
                scheduleVolume,
                scheduleLeadMs,
                scheduleTriggers,
                newestFills,
                newestOrders);
    }
}
