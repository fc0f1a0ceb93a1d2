package io.halfspread.sim.flow;

/** Whose size leaves when a recorded level shrinks by more than its trades explain. */
public enum CancelRule {
    /** What stands behind our orders leaves first, so that we move up as late as possible. */
    PESSIMISTIC,
    /** What stands ahead of our orders leaves first, so that we move up as early as possible. */
    OPTIMISTIC
}
