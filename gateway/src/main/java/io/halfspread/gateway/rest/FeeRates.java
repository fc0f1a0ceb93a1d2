package io.halfspread.gateway.rest;

/**
 * Fees of an account, discounts included.
 *
 * @param maker share of the value of a maker fill, ratio12, negative for a rebate
 * @param taker share of the value of a taker fill, ratio12
 */
public record FeeRates(long maker, long taker) {}
