package io.halfspread.sim.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The newest of many things, and how many there ever were. What is older than the newest so many is forgotten, as the venue
 * forgets it. Used by one thread.
 *
 * @param <T> what is kept
 */
final class Newest<T> {
    private final Deque<T> kept = new ArrayDeque<>();
    private final int most;
    private long count;

    Newest(final int most) {
        this.most = most;
    }

    /** Keeps one more; gives the one that is forgotten for it, or null. */
    T add(final T next) {
        kept.addLast(next);
        count++;
        return kept.size() > most ? kept.removeFirst() : null;
    }

    /** How many there ever were. */
    long count() {
        return count;
    }

    /** A copy of what is kept, oldest first. */
    List<T> list() {
        return List.copyOf(kept);
    }
}
