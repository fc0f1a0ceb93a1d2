package io.halfspread.sim.exchange;

/**
 * Rates from a volume on; immutable.
 *
 * @param volume traded in 14 days above which the tier holds, USD decimal8
 * @param taker  rate of takers, ratio12
 * @param maker  rate of makers, ratio12; negative is a rebate
 */
public record FeeTier(long volume, long taker, long maker) {}
