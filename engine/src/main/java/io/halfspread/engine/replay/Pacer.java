package io.halfspread.engine.replay;

import org.agrona.concurrent.NanoClock;

/** Holds events back until their time has come on a clock that runs a number of times as fast as the real one. */
final class Pacer {
    private final double speed;
    private final NanoClock clock;
    private boolean started;
    private long startEventNs;
    private long startClockNs;

    /** A speed of 0 holds nothing back. */
    Pacer(final double speed, final NanoClock clock) {
        this.speed = speed;
        this.clock = clock;
    }

    boolean isDue(final long eventNs) {
        if (speed == 0) {
            return true;
        }
        if (!started) {
            started = true;
            startEventNs = eventNs;
            startClockNs = clock.nanoTime();
        }
        return (eventNs - startEventNs) / speed <= clock.nanoTime() - startClockNs;
    }
}
