package io.halfspread.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.sql.Dataset;
import scala.Function1;
import scala.Function2;
import scala.collection.immutable.Range;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/**
 * A job whose results come one task at a time. {@code collect} would keep them until the last has ended, and
 * {@code toLocalIterator} runs one task after the other.
 */
final class StreamedJob {
    private StreamedJob() {}

    /**
     * Starts a job.
     *
     * @param rows  what to compute
     * @param ended gets the rows of each task once, by a thread of Spark's, which must not be kept
     * @return the job
     */
    static SimpleFutureAction<BoxedUnit> submit(
            final Dataset<OutcomeRow> rows, final Consumer<List<OutcomeRow>> ended) {
        final Function1<scala.collection.Iterator<OutcomeRow>, List<OutcomeRow>> collect =
                (Function1<scala.collection.Iterator<OutcomeRow>, List<OutcomeRow>> & Serializable) StreamedJob::list;
        final Function2<Object, List<OutcomeRow>, BoxedUnit> handOver = (task, list) -> {
            ended.accept(list);
            return BoxedUnit.UNIT;
        };
        return null;
    }
}
