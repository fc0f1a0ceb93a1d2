package io.halfspread.spark;

import io.halfspread.app.console.Failure;
import io.halfspread.app.sweep.run.CaptureRef;
import io.halfspread.app.sweep.run.Cell;
import io.halfspread.app.sweep.run.Outcome;
import io.halfspread.app.sweep.run.OutcomeSink;
import io.halfspread.app.sweep.run.SweepEngine;
import io.halfspread.app.sweep.run.SweepEngineProvider.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Runs cells as tasks of Spark. Outcomes are handed over task by task as they end, by the caller's thread, so that a journal
 * keeps what was done when this process ends early. Used by one thread.
 */
public final class SparkEngine implements SweepEngine {
    private static final long LOOK_MS = 200;

    private final Request request;
    private final MasterUrl master;
    private final SparkSession session;
    private final JavaSparkContext context;
    private final WorkerWatch watch;
    private final List<CaptureSource> captures;

    private SparkEngine(final Request request, final MasterUrl master, final SparkSession session) {
        this.request = request;
        this.master = master;
        this.session = session;
        this.context = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.watch = new WorkerWatch(request.log(), System.nanoTime());
        context.sc().addSparkListener(watch);
        this.captures = sources(request, master, context.hadoopConfiguration());
    }

    /**
     * Starts a session of Spark.
     *
     * @param request what it is to run
     * @return the engine
     * @throws Failure when the master is not there or refuses, exit code 3
     */
    static SparkEngine start(final Request request) {
        final MasterUrl master = SparkSettings.master(request.master(), request.threads());
        master.requireAnswer();
        final SparkSession session;
        try {
            session = SparkSession.builder().config(SparkSettings.of(master)).getOrCreate();
        } catch (final RuntimeException e) {
            throw Failure.environment("--master " + master.text() + ": Spark does not start: " + firstLine(e));
        }
        try {
            return new SparkEngine(request, master, session);
        } catch (final RuntimeException e) {
            session.stop();
            throw e;
        }
    }

    @Override
    public String describe() {
        return "Spark " + session.version() + " at " + master.text();
    }

    @Override
    public void evaluate(final List<Cell> cells, final OutcomeSink sink) {
        if (cells.isEmpty()) {
            return;
        }
        try {
            run(cells, sink);
        } catch (final IllegalStateException e) {
            if (context.sc().isStopped()) {
                throw Failure.environment("--master " + master.text() + ": Spark ended the session: " + firstLine(e)
                        + "; the logs of its workers say more");
            }
            throw e;
        }
    }

    private void run(final List<Cell> cells, final OutcomeSink sink) {
        watch.begin();
        final BlockingQueue<List<OutcomeRow>> ended = new LinkedBlockingQueue<>();
        final StreamedJob job = StreamedJob.submit(outcomes(cells), ended::add);
        try {
            int left = cells.size();
            while (left > 0 && !request.interrupt().getAsBoolean()) {
                // Asked before the queue is: a job that has ended has put all it has there.
                final boolean over = job.isOver();
                final List<OutcomeRow> rows = ended.poll(over ? 0 : LOOK_MS, TimeUnit.MILLISECONDS);
                if (rows != null) {
                    rows.forEach(row -> sink.accept(Outcome.decode(row.getOutcome())));
                    left -= rows.size();
                } else if (over) {
                    throw failure(job);
                } else if (isDeserted()) {
                    throw deserted();
                }
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while cells run", e);
        } finally {
            job.cancel();
        }
    }

    /**
     * What cells give, as a data set that Spark computes when somebody asks: a partition for each task.
     *
     * @param cells what to run
     * @return a row a cell, in no order
     */
    public Dataset<OutcomeRow> outcomes(final List<Cell> cells) {
        final List<CellBlock> blocks = CellBlock.of(cells, Math.max(1, context.defaultParallelism()));
        return session.createDataset(
                context.parallelize(blocks, blocks.size())
                        .flatMap(new BlockRunner(request.settings(), captures))
                        .rdd(),
                Encoders.bean(OutcomeRow.class));
    }

    @Override
    public void close() {
        session.stop();
    }

    private static List<CaptureSource> sources(
            final Request request, final MasterUrl master, final Configuration hadoop) {
        final List<CaptureSource> sources = new ArrayList<>();
        final CaptureStore store = request.store() == null ? null : new CaptureStore(request.store(), hadoop);
        for (final CaptureRef ref : request.captures()) {
            if (store != null) {
                sources.add(store.lay(ref));
            } else if (master.isLocal()) {
                sources.add(new CaptureSource(ref.json(), ""));
            } else {
                sources.add(new CaptureSource(
                        ref.json(), ref.path().toAbsolutePath().toUri().toString()));
            }
        }
        return sources;
    }

    /** The process that asks is an executor too, in Spark's list. */
    private boolean isDeserted() {
        return !master.isLocal()
                && watch.isDeserted(context.statusTracker().getExecutorInfos().length - 1, System.nanoTime());
    }

    private static String firstLine(final Exception e) {
        return e.getMessage() == null
                ? e.toString()
                : e.getMessage().lines().findFirst().orElse("");
    }

    private Failure failure(final StreamedJob job) {
        final String fault = watch.lastFault();
        return Failure.environment("--engine spark: " + (fault.isEmpty() ? job.trouble() : fault));
    }

    private Failure deserted() {
        return Failure.environment("--master " + master.text()
                + ": no executor has come for a minute; its workers need "
                + session.conf().get("spark.executor.memory", "1g")
                + " of memory and a core each (the master's page shows what they have)");
    }
}
