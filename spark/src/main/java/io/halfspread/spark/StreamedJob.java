package io.halfspread.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import scala.Function0;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/**
 * A job whose results come one task at a time. {@code collect} would keep them until the last has ended, and
 * {@code toLocalIterator} runs one task after the other.
 */
final class StreamedJob {
    private final SimpleFutureAction<BoxedUnit> job;

    private StreamedJob(final SimpleFutureAction<BoxedUnit> job) {
        this.job = job;
    }

    /**
     * Starts a job.
     *
     * @param rows  what to compute
     * @param ended gets the rows of each task once, by a thread of Spark's that must not be held up
     * @return the job
     */
    static StreamedJob submit(final Dataset<OutcomeRow> rows, final Consumer<List<OutcomeRow>> ended) {
        final RDD<OutcomeRow> tasks = rows.rdd();
        final Function1<Iterator<OutcomeRow>, OutcomeRow[]> collect =
                (Function1<Iterator<OutcomeRow>, OutcomeRow[]> & Serializable) StreamedJob::array;
        final Function2<Object, OutcomeRow[], BoxedUnit> handOver = (task, array) -> {
            ended.accept(List.of(array));
            return BoxedUnit.UNIT;
        };
        final Function0<BoxedUnit> nothing = () -> BoxedUnit.UNIT;
        final List<Object> all = IntStream.range(0, tasks.getNumPartitions())
                .<Object>mapToObj(Integer::valueOf)
                .toList();
        return new StreamedJob(tasks.sparkContext()
                .submitJob(tasks, collect, CollectionConverters.asScala(all).toSeq(), handOver, nothing));
    }

    /** Whether no task will end any more: all have, or Spark gave up, or it was cancelled. */
    boolean isOver() {
        return job.isCompleted();
    }

    /** Ends it early; does nothing when it is over. */
    void cancel() {
        if (!job.isCompleted()) {
            job.cancel();
        }
    }

    /** Why Spark gave up, one line, once it is over without its results. */
    String trouble() {
        final Throwable cause = job.value().get().failed().get();
        final String message = cause.getMessage();
        return message == null ? cause.toString() : message.lines().findFirst().orElse(cause.toString());
    }

    private static OutcomeRow[] array(final Iterator<OutcomeRow> rows) {
        final List<OutcomeRow> list = new ArrayList<>();
        while (rows.hasNext()) {
            list.add(rows.next());
        }
        return list.toArray(OutcomeRow[]::new);
    }
}
