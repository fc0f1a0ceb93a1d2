package io.halfspread.sim.exchange;

/** Rules of the venue that can be switched off one by one. */
public enum Rule {
    /** Prices on the grid, sizes in whole lots. */
    GRID,
    /** Least value of an order. */
    MIN_NOTIONAL,
    /** Prices within 95 % of the reference price. */
    PRICE_DISTANCE,
    /** Most value of an order, by leverage. */
    VALUE_CAP,
    /** Most open orders of an account. */
    OPEN_ORDERS,
    /** Reduce-only orders reduce. */
    REDUCE_ONLY,
    /** Initial margin at placement and at the match. */
    MARGIN,
    /** A resting order that its own account's taker meets is cancelled; without, they trade. */
    SELF_TRADE,
    /** Three classes of actions in a block; without, actions run as they came. */
    BLOCK_CLASSES,
    /** Volume needed before the dead man's switch may be set. */
    SCHEDULE_VOLUME,
    /** Requests per account limited by its volume. */
    ADDRESS_BUDGET,
    /** Hourly funding payments. */
    FUNDING
}
