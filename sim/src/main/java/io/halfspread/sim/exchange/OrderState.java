package io.halfspread.sim.exchange;

/**
 * An order and what became of it; immutable.
 *
 * @param order        the order when it took this status
 * @param status       live or final status
 * @param statusTimeMs block of that status, ms since the epoch
 */
public record OrderState(OrderRecord order, OrderStatus status, long statusTimeMs) {}
