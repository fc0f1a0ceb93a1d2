package io.halfspread.sim.exchange;

/**
 * Rate of one instrument for one hour; immutable.
 *
 * @param timeMs      block in which it was paid, ms since the epoch
 * @param fundingRate hourly rate, ratio12
 * @param premium     average premium of the hour, ratio12
 */
public record FundingRate(long timeMs, long fundingRate, long premium) {}
