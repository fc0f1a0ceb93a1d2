package io.halfspread.codec.planted;

/** Uses a module that comes after its own. */
public final class Upward {
    private final io.halfspread.engine.planted.Upward later = new io.halfspread.engine.planted.Upward();

    /** The later module's class. */
    public Object later() {
        return later;
    }
}
