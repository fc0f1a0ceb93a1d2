package io.halfspread.sim.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Resting orders of one instrument by price, then by time. */
final class Book {
    /** Price where there is none. */
    static final long NONE = Long.MIN_VALUE;

    private final TreeMap<Long, Deque<RestingOrder>> bids = new TreeMap<>(Collections.reverseOrder());
    private final TreeMap<Long, Deque<RestingOrder>> asks = new TreeMap<>();

    void add(final RestingOrder order) {
        side(order.buy()).computeIfAbsent(order.px(), px -> new ArrayDeque<>()).addLast(order);
    }

    void remove(final RestingOrder order) {
        final TreeMap<Long, Deque<RestingOrder>> side = side(order.buy());
        final Deque<RestingOrder> level = side.get(order.px());
        if (level != null && level.remove(order) && level.isEmpty()) {
            side.remove(order.px());
        }
    }

    /** The order that trades first, or null. */
    RestingOrder best(final boolean bid) {
        final Map.Entry<Long, Deque<RestingOrder>> level = side(bid).firstEntry();
        return level == null ? null : level.getValue().peekFirst();
    }

    long bestPx(final boolean bid) {
        final TreeMap<Long, Deque<RestingOrder>> side = side(bid);
        return side.isEmpty() ? NONE : side.firstKey();
    }

    /** Whether an order at a price meets the other side at once. */
    boolean crosses(final boolean buy, final long px) {
        final long other = bestPx(!buy);
        return other != NONE && (buy ? px >= other : px <= other);
    }

    /** Middle of the touch, or {@link #NONE} when a side is empty. */
    long mid() {
        final long bid = bestPx(true);
        final long ask = bestPx(false);
        return bid == NONE || ask == NONE ? NONE : bid + (ask - bid) / 2L;
    }

    List<BookLevel> levels(final boolean bid, final int depth) {
        final List<BookLevel> levels = new ArrayList<>();
        for (final Map.Entry<Long, Deque<RestingOrder>> level : side(bid).entrySet()) {
            if (levels.size() == depth) {
                break;
            }
            long total = 0L;
            for (final RestingOrder order : level.getValue()) {
                total += order.left;
            }
            levels.add(new BookLevel(level.getKey(), total, level.getValue().size()));
        }
        return levels;
    }

    /** Orders at a price, first in line first. */
    List<RestingOrder> queue(final boolean bid, final long px) {
        final Deque<RestingOrder> level = side(bid).get(px);
        return level == null ? List.of() : List.copyOf(level);
    }

    private TreeMap<Long, Deque<RestingOrder>> side(final boolean bid) {
        return bid ? bids : asks;
    }
}
