package io.halfspread.app.whatif;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.app.console.ProgressParts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Does pieces of work that do not know of each other on as many threads as there are cores. The first that fails ends all.
 * For the thread that made it.
 */
final class Crew implements AutoCloseable {
    private final ExecutorService threads;
    private final BooleanSupplier interrupt;
    private volatile boolean failed;

    /** A piece of work. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it, telling how far it is, and ends early when asked to. */
        T run(Progress progress, BooleanSupplier interrupt);
    }

    Crew(final BooleanSupplier interrupt) {
        this.interrupt = interrupt;
        threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
            final Thread thread = new Thread(work, "what-if");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does all and gives what each gave, in order. */
    <T> List<T> all(final Progress progress, final List<Work<T>> works) {
        final ProgressParts parts = progress.parts(works.size());
        final List<Future<T>> begun = new ArrayList<>();
        for (final Work<T> work : works) {
            final Progress part = parts.next();
            begun.add(threads.submit((Callable<T>) () -> attempt(work, part)));
        }
        final List<T> done = new ArrayList<>();
        RuntimeException failure = null;
        for (final Future<T> one : begun) {
            try {
                done.add(one.get());
            } catch (final ExecutionException e) {
                failure = failure == null || failure instanceof CancellationException ? unchecked(e) : failure;
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Failure.environment("what-if: interrupted");
            }
        }
        if (interrupt.getAsBoolean()) {
            throw Failure.environment("what-if: interrupted before all replays were done; nothing is reported");
        }
        if (failure != null) {
            throw failure;
        }
        return done;
    }

    private <T> T attempt(final Work<T> work, final Progress part) {
        if (failed) {
            throw new CancellationException();
        }
        try {
            return work.run(part, () -> failed || interrupt.getAsBoolean());
        } catch (final RuntimeException | Error e) {
            failed = true;
            throw e;
        }
    }

    private static RuntimeException unchecked(final ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
    }

    @Override
    public void close() {
        failed = true;
        threads.shutdown();
    }
}
