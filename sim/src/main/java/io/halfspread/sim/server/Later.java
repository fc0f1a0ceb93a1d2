package io.halfspread.sim.server;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Tasks that wait for their time; those of one time run in the order in which they were given. */
final class Later {
    private final PriorityQueue<Task> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Task::dueMs).thenComparingLong(Task::number));
    private long nowMs;
    private long number;

    /** Runs a task at once when there is nothing to wait for. */
    void after(final long delayMs, final Runnable task) {
        if (delayMs <= 0) {
            task.run();
        } else {
            waiting.add(new Task(nowMs + delayMs, number++, task));
        }
    }

    /** Lets time pass; tasks that are due run. */
    int advance(final long timeMs) {
        nowMs = timeMs;
        int run = 0;
        while (!waiting.isEmpty() && waiting.peek().dueMs() <= timeMs) {
            waiting.poll().action().run();
            run++;
        }
        return run;
    }

    private record Task(long dueMs, long number, Runnable action) {}
}
