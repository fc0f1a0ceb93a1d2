package io.halfspread.sim.exchange;

/**
 * What rests at one price; immutable.
 *
 * @param px     price, decimal8
 * @param sz     total size, decimal8
 * @param orders number of orders
 */
public record BookLevel(long px, long sz, int orders) {}
