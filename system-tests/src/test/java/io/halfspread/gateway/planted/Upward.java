package io.halfspread.gateway.planted;

/** Uses a module that comes after its own. */
public final class Upward {
    private final io.halfspread.sim.planted.Upward later = new io.halfspread.sim.planted.Upward();

    /** The later module's class. */
    public Object later() {
        return later;
    }
}
