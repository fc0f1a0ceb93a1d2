package io.halfspread.sim.exchange;

/**
 * Rates in force for an account and the volume they follow from; immutable.
 *
 * @param taker       rate, ratio12
 * @param maker       rate, ratio12
 * @param takerVolume traded as taker in this run, USD decimal8
 * @param makerVolume traded as maker in this run, USD decimal8
 */
public record AccountFees(long taker, long maker, long takerVolume, long makerVolume) {}
