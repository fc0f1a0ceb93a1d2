package io.halfspread.engine.replay;

/**
 * Where the orders stood that a falling displayed size takes away without a trade: nobody outside the venue can tell, so the
 * truth lies between the two.
 */
public enum CancelRule {
    /** Behind us, as long as there is room: what is ahead is only bounded by what is displayed. */
    PESSIMISTIC,
    /** Ahead of us: every fall that no trade explains brings us forward. */
    OPTIMISTIC
}
