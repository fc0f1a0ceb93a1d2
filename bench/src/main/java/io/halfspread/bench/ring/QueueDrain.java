package io.halfspread.bench.ring;

import java.util.concurrent.ArrayBlockingQueue;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An array-blocking queue and a second thread that polls it. */
@State(Scope.Thread)
public class QueueDrain {
    private static final int CAPACITY = 8192;

    private final ArrayBlockingQueue<Long> queue = new ArrayBlockingQueue<>(CAPACITY);
    private SpinningThread other;
    private long sum;

    /** Starts the reading thread. */
    @Setup(Level.Trial)
    public void start() {
        other = SpinningThread.start(this::add);
    }

    /**
     * Stops the reading thread.
     *
     * @throws InterruptedException when the benchmark is interrupted
     */
    @TearDown(Level.Trial)
    public void stop() throws InterruptedException {
        other.stop();
    }

    void publish(final Long value) {
        while (!queue.offer(value)) {
            Thread.onSpinWait();
        }
    }

    private boolean add() {
        final Long value = queue.poll();
        if (value == null) {
            return false;
        }
        sum += value;
        return true;
    }
}
