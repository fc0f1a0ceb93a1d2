package io.halfspread.app.planted;

import io.halfspread.spark.planted.Apart;

/** The last of a chain of uses in the wrong direction. */
public final class Upward {
    private final Apart apart = new Apart();

    /** What it should not know. */
    public Apart apart() {
        return apart;
    }
}
