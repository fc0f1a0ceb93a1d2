package io.halfspread.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Follows who works, and tells people what fails and is tried again. Told by a thread of Spark's, asked by another. */
final class WorkerWatch extends SparkListener {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);

    private final Consumer<String> log;
    private final Map<String, String> workers = new HashMap<>();
    private String lastFault = "";
    private long metNs;

    /**
     * A watch.
     *
     * @param log   takes lines for people
     * @param nowNs a moment, ns of the clock of intervals
     */
    WorkerWatch(final Consumer<String> log, final long nowNs) {
        this.log = log;
        this.metNs = nowNs;
    }

    @Override
    public synchronized void onExecutorAdded(final SparkListenerExecutorAdded event) {
        workers.put(event.executorId(), event.executorInfo().executorHost());
    }

    @Override
    public synchronized void onExecutorRemoved(final SparkListenerExecutorRemoved event) {
        final String host = workers.remove(event.executorId());
        log.accept("executor " + event.executorId() + (host == null ? "" : " on " + host) + " is gone ("
                + firstLine(event.reason()) + "); its cells run again elsewhere");
    }

    @Override
    public synchronized void onTaskEnd(final SparkListenerTaskEnd event) {
        if (event.reason() instanceof ExceptionFailure failure) {
            final String fault = firstLine(failure.description());
            if (!fault.equals(lastFault)) {
                lastFault = fault;
                log.accept("a task failed and is tried again: " + fault);
            }
        }
    }

    /** Forgets what failed before. */
    synchronized void begin() {
        lastFault = "";
    }

    /** What failed last since {@link #begin}, for the one line at the end; empty when nothing did. */
    synchronized String lastFault() {
        return lastFault;
    }

    /**
     * Whether nobody has been there for so long that nobody will come.
     *
     * @param executors executors that are there now, this process not counted
     * @param nowNs     a moment, ns of the clock of intervals
     */
    synchronized boolean isDeserted(final int executors, final long nowNs) {
        if (executors > 0) {
            metNs = nowNs;
        }
        return nowNs - metNs > PATIENCE_NS;
    }

    private static String firstLine(final String text) {
        return text == null || text.isBlank()
                ? "no reason given"
                : text.lines().findFirst().orElse("");
    }
}
