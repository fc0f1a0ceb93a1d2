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
    private long aloneSinceNs = System.nanoTime();

    /**
     * A watch.
     *
     * @param log takes lines for people
     */
    WorkerWatch(final Consumer<String> log) {
        this.log = log;
    }

    @Override
    public synchronized void onExecutorAdded(final SparkListenerExecutorAdded event) {
        workers.put(event.executorId(), event.executorInfo().executorHost());
    }

    @Override
    public synchronized void onExecutorRemoved(final SparkListenerExecutorRemoved event) {
        final String host = workers.remove(event.executorId());
        aloneSinceNs = System.nanoTime();
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

    /** What failed last, for the one line at the end; empty when nothing did. */
    synchronized String lastFault() {
        return lastFault;
    }

    /** Whether nobody has worked for so long that nobody will. */
    synchronized boolean isDeserted() {
        return workers.isEmpty() && System.nanoTime() - aloneSinceNs > PATIENCE_NS;
    }

    private static String firstLine(final String text) {
        return text == null || text.isBlank()
                ? "no reason given"
                : text.lines().findFirst().orElse("");
    }
}
