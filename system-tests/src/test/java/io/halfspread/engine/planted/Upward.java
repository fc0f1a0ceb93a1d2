package io.halfspread.engine.planted;

/** Uses a module that comes after its own. */
public final class Upward {
    private final io.halfspread.gateway.planted.Upward later = new io.halfspread.gateway.planted.Upward();

    /** The later module's class. */
    public Object later() {
        return later;
    }
}
