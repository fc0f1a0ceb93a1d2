package io.halfspread.bench.ring;

import java.util.concurrent.ArrayBlockingQueue;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Two array-blocking queues, polled, and a second thread that answers every message of the first on the second. */
@State(Scope.Thread)
public class QueuePair {
    private static final int CAPACITY = 8192;

    private final ArrayBlockingQueue<Long> there = new ArrayBlockingQueue<>(CAPACITY);
    private final ArrayBlockingQueue<Long> back = new ArrayBlockingQueue<>(CAPACITY);
    private SpinningThread other;

    /** Starts the answering thread. */
    @Setup(Level.Trial)
    public void start() {
        other = SpinningThread.start(this::answer);
    }

    /**
     * Stops the answering thread.
     *
     * @throws InterruptedException when the benchmark is interrupted
     */
    @TearDown(Level.Trial)
    public void stop() throws InterruptedException {
        other.stop();
    }

    long roundTrip(final Long value) {
        while (!there.offer(value)) {
            Thread.onSpinWait();
        }
        Long answer = back.poll();
        while (answer == null) {
            Thread.onSpinWait();
            answer = back.poll();
        }
        return answer;
    }

    private boolean answer() {
        final Long value = there.poll();
        return value != null && back.offer(value);
    }
}
