package io.halfspread.spark;

import io.halfspread.app.sweep.run.CaptureRef;
import io.halfspread.app.sweep.run.Cell;
import io.halfspread.app.sweep.run.CellRunner;
import io.halfspread.app.sweep.run.Outcome;
import io.halfspread.app.sweep.run.RunSettings;
import io.halfspread.app.sweep.run.SharedCaptures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.deploy.SparkHadoopUtil;

/** What a worker does with a block: the same {@link CellRunner} as everywhere, on the worker's copy of the capture. */
final class BlockRunner implements FlatMapFunction<CellBlock, OutcomeRow> {
    private static final long serialVersionUID = 1L;
    private static final String FOLDER = "halfspread-captures";

    private final String settings;
    private final ArrayList<CaptureSource> captures;

    /**
     * A runner, sent to each worker once.
     *
     * @param settings what all replays share
     * @param captures captures by index
     */
    BlockRunner(final RunSettings settings, final List<CaptureSource> captures) {
        this.settings = settings.json();
        this.captures = new ArrayList<>(captures);
    }

    @Override
    public Iterator<OutcomeRow> call(final CellBlock block) {
        final TaskContext task = TaskContext.get();
        final SparkConf conf = SparkEnv.get().conf();
        final CaptureRef capture = cache(conf).local(captures.get(block.capture()));
        final List<OutcomeRow> rows = new ArrayList<>();
        try (SharedCaptures mapped = new SharedCaptures()) {
            final CellRunner runner = new CellRunner(RunSettings.of(settings), mapped);
            for (final Cell cell : block.cells()) {
                final Outcome outcome = runner.run(capture, cell, task::isInterrupted);
                task.killTaskIfInterrupted();
                rows.add(row(outcome));
            }
        }
        return rows.iterator();
    }

    private static CaptureCache cache(final SparkConf conf) {
        final Path root = root(conf);
        return new CaptureCache(
                root,
                SparkEnv.get().blockManager().blockManagerId().host(),
                SparkHadoopUtil.get().newConfiguration(conf),
                root.toFile()::getUsableSpace);
    }

    /** Where this worker keeps what it need not fetch twice: told, or its own disk for scratch, or the system's. */
    private static Path root(final SparkConf conf) {
        final String told = conf.get(SparkSettings.CACHE, "");
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        final String disks = System.getenv("SPARK_LOCAL_DIRS");
        final String disk =
                disks == null || disks.isBlank() ? System.getProperty("java.io.tmpdir") : disks.split(",")[0];
        return Path.of(disk, FOLDER);
    }

    private static OutcomeRow row(final Outcome outcome) {
        final OutcomeRow row = new OutcomeRow();
        row.setCandidate(outcome.key().candidate());
        row.setCapture(outcome.key().capture());
        row.setShare(outcome.key().share());
        row.setOutcome(outcome.encode());
        return row;
    }
}
