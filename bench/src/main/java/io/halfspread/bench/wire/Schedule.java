package io.halfspread.bench.wire;

import java.util.concurrent.TimeUnit;

/**
 * When frames are sent: fixed beforehand, whatever the participant does.
 *
 * @param name      for people and results
 * @param askNs     between two frames that change the quotes
 * @param between   frames that change nothing between two that do
 * @param burst     whether those are sent in one go right before the one that does, instead of evenly
 */
record Schedule(String name, long askNs, int between, boolean burst) {
    /** Two hundred requotes a second, a frame every millisecond. */
    static final Schedule NORMAL = new Schedule("normal", TimeUnit.MILLISECONDS.toNanos(5), 4, false);

    /** A thousand requotes a second, to let compilers see what is hot. */
    static final Schedule WARM = new Schedule("warm", TimeUnit.MILLISECONDS.toNanos(1), 1, false);

    /** The venue's own cadence: a frame every half second. */
    static final Schedule QUIET = new Schedule("quiet", TimeUnit.MILLISECONDS.toNanos(500), 0, false);

    /** Twenty times a second, twelve frames in one go, of which the last changes the quotes. */
    static final Schedule BURST = new Schedule("burst", TimeUnit.MILLISECONDS.toNanos(50), 11, true);
}
