package io.halfspread.sim.exchange;

/**
 * One hourly payment on one position; immutable.
 *
 * @param asset       index of the instrument
 * @param timeMs      block, ms since the epoch
 * @param usd         signed amount, decimal8; positive was received
 * @param szi         signed position it was paid on, decimal8
 * @param fundingRate hourly rate, ratio12; positive: longs pay
 */
public record FundingRecord(int asset, long timeMs, long usd, long szi, long fundingRate) {}
