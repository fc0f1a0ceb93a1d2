package io.halfspread.app.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The newest of what happened, numbered from 0; older ones are forgotten. For one thread.
 *
 * @param <T> what happened
 */
public final class Trail<T> {
    private final Deque<T> newest = new ArrayDeque<>();
    private final int capacity;
    private long total;

    /**
     * An empty trail.
     *
     * @param capacity how many are remembered
     */
    public Trail(final int capacity) {
        this.capacity = capacity;
    }

    void add(final T happened) {
        if (newest.size() == capacity) {
            newest.removeFirst();
        }
        newest.addLast(happened);
        total++;
    }

    /**
     * How many there were.
     *
     * @return all, forgotten ones too
     */
    public long total() {
        return total;
    }

    /**
     * The newest.
     *
     * @return null before the first
     */
    public T last() {
        return newest.peekLast();
    }

    /**
     * Those remembered.
     *
     * @return oldest first
     */
    public List<T> all() {
        return new ArrayList<>(newest);
    }

    /**
     * Those from a number on.
     *
     * @param number number of the first one wanted
     * @return oldest first; what was forgotten is left out
     */
    public List<T> since(final long number) {
        final List<T> all = all();
        final long skipped = Math.max(0, number - (total - all.size()));
        return skipped >= all.size() ? List.of() : all.subList((int) skipped, all.size());
    }
}
