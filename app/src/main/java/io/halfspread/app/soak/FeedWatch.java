package io.halfspread.app.soak;

import io.halfspread.sim.exchange.OrderRecord;
import io.halfspread.sim.faults.FaultKind;
import io.halfspread.sim.faults.InjectedFault;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Quotes on a dead feed: with a way to cancel none stands longer than the stale limit and one cancel round trip, and without
 * one no longer than the dead man's horizon.
 */
final class FeedWatch {
    private static final long ROUND_TRIP_MS = 1_500;
    private static final long BEFORE_MS = 3_000;
    private static final long NS_PER_MS = 1_000_000L;

    private final SoakLimits limits;
    private final Violations violations;

    FeedWatch(final SoakLimits limits, final Violations violations) {
        this.limits = limits;
        this.violations = violations;
    }

    void check(
            final long lastBookMs,
            final long nowMs,
            final List<OrderRecord> open,
            final List<InjectedFault> faults,
            final long elapsedNs) {
        final long staleMs = limits.staleNs() / NS_PER_MS;
        final long silentMs = nowMs - lastBookMs;
        if (lastBookMs == 0 || silentMs <= staleMs + ROUND_TRIP_MS || oldest(open) > lastBookMs + staleMs) {
            return;
        }
        final boolean path = hasPath(faults, lastBookMs + staleMs - BEFORE_MS);
        if (path || silentMs > TimeUnit.NANOSECONDS.toMillis(limits.killNs()) + staleMs) {
            violations.add(
                    "a quote on a dead feed",
                    elapsedNs,
                    open.size() + " stand " + silentMs + " ms after the last book"
                            + (path ? ", and orders could be cancelled" : ""));
        }
    }

    private static long oldest(final List<OrderRecord> open) {
        return open.stream().mapToLong(OrderRecord::timeMs).min().orElse(Long.MAX_VALUE);
    }

    /** Whether nothing but the silence went wrong since a time. */
    private static boolean hasPath(final List<InjectedFault> faults, final long sinceMs) {
        return faults.stream().noneMatch(fault -> fault.kind() != FaultKind.SILENCE && fault.endMs() >= sinceMs);
    }
}
