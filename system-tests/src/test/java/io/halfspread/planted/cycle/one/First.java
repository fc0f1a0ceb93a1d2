package io.halfspread.planted.cycle.one;

import io.halfspread.planted.cycle.two.Second;

/** Half of a package cycle. */
public final class First {
    private final Second second = new Second();

    /** The other half. */
    public Second second() {
        return second;
    }
}
