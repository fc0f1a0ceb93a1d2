package io.halfspread.app.rehearsal;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.NanoClock;

/**
 * A rehearsal before the session goes live, so that its first frames meet compiled code: frame after frame on the calling thread until there were
 * enough of them or the time is over. All of it is then forgotten.
 */
public final class WarmUp {
    /** Frames after which compilers have seen enough. */
    static final int FRAMES = 20_000;

    private static final double MS = TimeUnit.MILLISECONDS.toNanos(1);

    private WarmUp() {}

    /**
     * Rehearses.
     *
     * @param longestNs when to stop, ns
     * @param clock     monotonic time
     * @return one line of what was done
     */
    public static String run(final long longestNs, final NanoClock clock) {
        final long startNs = clock.nanoTime();
        final Rehearsal rehearsal = new Rehearsal();
        long frameNs = startNs;
        long firstNs = 0;
        long lastNs = 0;
        while (rehearsal.frames() < FRAMES && frameNs - startNs < longestNs) {
            for (int unit = 0; unit < Rehearsal.UNITS; unit++) {
                rehearsal.step();
            }
            final long nowNs = clock.nanoTime();
            lastNs = nowNs - frameNs;
            firstNs = firstNs == 0 ? lastNs : firstNs;
            frameNs = nowNs;
        }
        return String.format(
                Locale.ROOT,
                "Warm-up: %d made-up frames decoded, quoted and signed in %.0f ms, nothing sent or kept; the first took"
                        + " %.1f ms, the last %.3f ms",
                rehearsal.frames(),
                (frameNs - startNs) / MS,
                firstNs / MS,
                lastNs / MS);
    }
}
