package io.halfspread.sim.planted;

/** Uses a module that comes after its own. */
public final class Upward {
    private final io.halfspread.app.planted.Upward later = new io.halfspread.app.planted.Upward();

    /** The later module's class. */
    public Object later() {
        return later;
    }
}
