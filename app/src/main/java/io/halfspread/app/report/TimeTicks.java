package io.halfspread.app.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Round times of day, UTC, within a session. */
public final class TimeTicks {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int MOST = 5;
    private static final long[] STEPS_S = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400
    };

    private TimeTicks() {}

    /**
     * One tick.
     *
     * @param share place, 0 at the start, 1 at the end
     * @param label time of day
     */
    public record Tick(double share, String label) {}

    /**
     * Ticks of a session.
     *
     * @param firstNs its start, ns since the epoch
     * @param lastNs  its end
     * @return a handful of round times
     */
    public static List<Tick> of(final long firstNs, final long lastNs) {
        final List<Tick> ticks = new ArrayList<>();
        final double seconds = (double) (lastNs - firstNs) / SECOND_NS;
        if (seconds <= 0) {
            return ticks;
        }
        long step = STEPS_S[STEPS_S.length - 1];
        for (int i = STEPS_S.length - 1; i >= 0 && seconds / STEPS_S[i] <= MOST; i--) {
            step = STEPS_S[i];
        }
        while (seconds / step > MOST) {
            step *= 2;
        }
        final int cut = step < 60 ? 8 : 5;
        for (long at = Math.floorDiv(firstNs, step * SECOND_NS) + 1; at * step * SECOND_NS <= lastNs; at++) {
            final String time = Instant.ofEpochSecond(at * step).toString();
            ticks.add(new Tick(
                    (double) (at * step * SECOND_NS - firstNs) / (lastNs - firstNs), time.substring(11, 11 + cut)));
        }
        return ticks;
    }
}
