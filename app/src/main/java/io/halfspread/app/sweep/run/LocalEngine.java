package io.halfspread.app.sweep.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.agrona.LangUtil;

/** Runs cells on threads of this process. The costly ones begin first, so that no core idles while another ends. */
public final class LocalEngine implements SweepEngine {
    private static final double SOLVER_COST = 50;

    private final List<CaptureRef> captures;
    private final CellRunner runner;
    private final int threads;
    private final BooleanSupplier interrupt;
    private final ExecutorService pool;

    /**
     * Starts the threads.
     *
     * @param captures  captures by index
     * @param shared    where they are mapped; closed by who made it, after this
     * @param settings  what all replays share
     * @param threads   how many, at least 1
     * @param interrupt asked again and again whether to end early
     */
    public LocalEngine(
            final List<CaptureRef> captures,
            final SharedCaptures shared,
            final RunSettings settings,
            final int threads,
            final BooleanSupplier interrupt) {
        this.captures = List.copyOf(captures);
        this.runner = new CellRunner(settings, shared);
        this.threads = threads;
        this.interrupt = interrupt;
        final AtomicInteger number = new AtomicInteger();
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            final Thread thread = new Thread(task, "sweep-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void evaluate(final List<Cell> cells, final OutcomeSink sink) {
        final List<Cell> ordered = cells.stream()
                .sorted(Comparator.comparingDouble(this::cost).reversed().thenComparing(Cell::key))
                .toList();
        final Round round = new Round(ordered, sink);
        final List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, ordered.size()); i++) {
            workers.add(pool.submit(round::work));
        }
        Throwable failure = null;
        for (final Future<?> worker : workers) {
            try {
                worker.get();
            } catch (final ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
            } catch (final InterruptedException e) {
                round.failed = true;
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while cells run", e);
            }
        }
        if (failure != null) {
            LangUtil.rethrowUnchecked(failure);
        }
    }

    /** A guess: time to replay; where a table quotes, the solver runs in line. */
    private double cost(final Cell cell) {
        final CaptureRef capture = captures.get(cell.capture());
        final boolean solved = runner.needsSolver(cell.candidate());
        return (double) (capture.endNs(cell.share()) - capture.firstNs()) * (solved ? SOLVER_COST : 1);
    }

    @Override
    public String describe() {
        return threads == 1 ? "1 thread" : threads + " threads";
    }

    @Override
    public void close() {
        pool.shutdown();
    }

    /** Cells that are taken one by one. */
    private final class Round {
        private final List<Cell> cells;
        private final OutcomeSink sink;
        private final AtomicInteger next = new AtomicInteger();
        private volatile boolean failed;

        Round(final List<Cell> cells, final OutcomeSink sink) {
            this.cells = cells;
            this.sink = sink;
        }

        private void work() {
            try {
                for (int i = next.getAndIncrement(); i < cells.size() && !isOver(); i = next.getAndIncrement()) {
                    final Cell cell = cells.get(i);
                    final Outcome outcome = runner.run(captures.get(cell.capture()), cell, this::isOver);
                    if (outcome != null) {
                        synchronized (this) {
                            sink.accept(outcome);
                        }
                    }
                }
            } catch (final RuntimeException | Error e) {
                failed = true;
                throw e;
            }
        }

        private boolean isOver() {
            return failed || interrupt.getAsBoolean();
        }
    }
}
