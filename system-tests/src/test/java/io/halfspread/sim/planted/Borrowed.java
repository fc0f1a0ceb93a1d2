package io.halfspread.sim.planted;

import io.halfspread.codec.planted.Upward;

/** A simulator that uses more of codec than its numbers. */
final class Borrowed {
    private final Upward decoder = new Upward();

    Object decoder() {
        return decoder;
    }
}
