package io.halfspread.sim.server;

/** Those who trade in the simulated market besides its clients. */
@FunctionalInterface
interface Participants {
    /** Places, changes and cancels what the next block will execute. */
    void beforeBlock(long timeMs);
}
