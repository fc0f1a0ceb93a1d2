package io.halfspread.app.soak;

import io.halfspread.sim.exchange.FillRecord;
import io.halfspread.sim.exchange.OrderRecord;
import io.halfspread.sim.server.AccountTruth;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Compares session and venue at every tick of the clock they share. For one instrument, and the one thread of lock-step. */
final class Invariants {
    private static final int HEX = 16;
    private static final int CLOID_LOW = 18;
    private static final int NEWER_AT_MOST = 12;
    private static final int DECIMALS = 8;
    private static final long TICK_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long NEWER_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long RETRIES_NS = TimeUnit.SECONDS.toNanos(15);

    private final SessionFacts session;
    private final SoakLimits limits;
    private final Violations violations;
    private final Map<Long, Long> unknownSinceNs = new HashMap<>();
    private final Deque<Long> fillCounts = new ArrayDeque<>();
    private long resyncs;
    private long killedNs = Long.MAX_VALUE;
    private boolean agrees;

    Invariants(final SessionFacts session, final SoakLimits limits, final Violations violations) {
        this.session = session;
        this.limits = limits;
        this.violations = violations;
    }

    /** The session was told to kill. */
    void killed(final long elapsedNs) {
        killedNs = elapsedNs;
    }

    /** Whether session and venue agree on position and orders now. */
    boolean agrees() {
        return agrees;
    }

    void check(final AccountTruth truth, final long elapsedNs) {
        position(truth, elapsedNs);
        orders(truth.openOrders(), elapsedNs);
        crossing(violations, truth.openOrders(), elapsedNs);
        if (elapsedNs - killedNs > limits.killNs() && !truth.openOrders().isEmpty()) {
            violations.add(
                    "an order stands after kill",
                    elapsedNs,
                    text(truth.openOrders().get(0)));
        }
        agrees = unknownSinceNs.isEmpty() && session.position() == truth.position(0);
    }

    private void position(final AccountTruth truth, final long elapsedNs) {
        final long held = truth.position(0);
        if (Math.abs(held) > limits.admitted()) {
            violations.add("the position limit", elapsedNs, decimal(held) + " held");
        }
        fillCounts.addLast(truth.fillCount());
        if (fillCounts.size() > NEWER_NS / TICK_NS) {
            fillCounts.removeFirst();
        }
        final long done = session.resyncs();
        if (done != resyncs && session.isDrained()) {
            resyncs = done;
            final List<FillRecord> newer = truth.fillsSince(fillCounts.getFirst());
            if (!isPossible(held, session.position(), newer)) {
                violations.add(
                        "the position after a comparison",
                        elapsedNs,
                        "venue " + decimal(held) + ", session "
                                + decimal(session.position()) + ", fills of the last second "
                                + newer.size());
            }
        }
    }

    /** Whether ours is the venue's without some of the newest fills: those may be on their way. */
    static boolean isPossible(final long venue, final long ours, final List<FillRecord> newer) {
        Set<Long> possible = Set.of(venue);
        for (final FillRecord fill : newer.subList(Math.max(0, newer.size() - NEWER_AT_MOST), newer.size())) {
            final Set<Long> without = new HashSet<>(possible);
            possible.forEach(position -> without.add(position - (fill.buy() ? fill.sz() : -fill.sz())));
            possible = without;
        }
        return possible.contains(ours);
    }

    private void orders(final List<OrderRecord> open, final long elapsedNs) {
        final Set<Long> seen = new HashSet<>();
        for (final OrderRecord order : open) {
            seen.add(order.oid());
            if (order.cloid() != null && session.isLive(low(order.cloid()))) {
                unknownSinceNs.remove(order.oid());
            } else {
                final long sinceNs = unknownSinceNs.computeIfAbsent(order.oid(), oid -> elapsedNs);
                if (elapsedNs - sinceNs > limits.reviewNs() + RETRIES_NS) {
                    violations.add("an order the session does not know", elapsedNs, text(order));
                }
            }
        }
        unknownSinceNs.keySet().retainAll(seen);
    }

    static void crossing(final Violations violations, final List<OrderRecord> open, final long elapsedNs) {
        long bid = Long.MIN_VALUE;
        long ask = Long.MAX_VALUE;
        for (final OrderRecord order : open) {
            if (order.buy()) {
                bid = Math.max(bid, order.limitPx());
            } else {
                ask = Math.min(ask, order.limitPx());
            }
        }
        if (bid >= ask) {
            violations.add("an order of ours crosses another", elapsedNs, decimal(bid) + " and " + decimal(ask));
        }
    }

    private static long low(final String cloid) {
        return Long.parseUnsignedLong(cloid.substring(CLOID_LOW), HEX);
    }

    static String text(final OrderRecord order) {
        return (order.buy() ? "buy " : "sell ") + decimal(order.sz()) + " at " + decimal(order.limitPx()) + ", oid "
                + order.oid() + ", cloid " + order.cloid();
    }

    static String decimal(final long decimal8) {
        return BigDecimal.valueOf(decimal8, DECIMALS).stripTrailingZeros().toPlainString();
    }
}
