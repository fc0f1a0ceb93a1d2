package io.halfspread.sim.server;

import java.util.ArrayDeque;

/** How much was used within the last minute. */
final class RateWindow {
    private static final long WINDOW_MS = 60_000;

    private final ArrayDeque<Use> uses = new ArrayDeque<>();
    private final long limit;
    private long used;

    RateWindow(final long limit) {
        this.limit = limit;
    }

    /** Uses some, unless that exceeds the limit. */
    boolean use(final long nowMs, final long amount) {
        expire(nowMs);
        if (used + amount > limit) {
            return false;
        }
        charge(nowMs, amount);
        return true;
    }

    /** Uses some, whether or not there is as much. */
    void charge(final long nowMs, final long amount) {
        used += amount;
        uses.add(new Use(nowMs, amount));
    }

    private void expire(final long nowMs) {
        while (!uses.isEmpty() && uses.peek().timeMs() <= nowMs - WINDOW_MS) {
            used -= uses.poll().amount();
        }
    }

    private record Use(long timeMs, long amount) {}
}
