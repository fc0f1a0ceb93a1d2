package io.halfspread.planted.cycle.two;

import io.halfspread.planted.cycle.one.First;

/** The other half of a package cycle. */
public final class Second {
    /** Whether the first half has this. */
    public boolean belongsTo(final First first) {
        return first.second() == this;
    }
}
