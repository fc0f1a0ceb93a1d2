package io.halfspread.app.live;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A thread on which requests over HTTP wait for their answers, one after the other. */
final class QueryThread implements Executor, AutoCloseable {
    private static final long PATIENCE_MS = 500;

    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicLong given = new AtomicLong();
    private final ExecutorService thread;

    /** Starts with its first task a thread of some name. */
    QueryThread(final String name) {
        thread = Executors.newSingleThreadExecutor(task -> {
            final Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    @Override
    public void execute(final Runnable task) {
        given.incrementAndGet();
        pending.incrementAndGet();
        thread.execute(() -> {
            try {
                task.run();
            } finally {
                pending.decrementAndGet();
            }
        });
    }

    /** Tasks given and not done. */
    int pending() {
        return pending.get();
    }

    /** Tasks given so far. */
    long given() {
        return given.get();
    }

    /** Ends the thread; a request under way is given up. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
