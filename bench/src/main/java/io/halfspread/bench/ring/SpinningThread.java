package io.halfspread.bench.ring;

import java.util.function.BooleanSupplier;

/** A second thread that repeats one step, spinning, until it is told to stop. */
public final class SpinningThread {
    private final Thread thread;
    private volatile boolean running = true;

    private SpinningThread(final BooleanSupplier step) {
        thread = new Thread(() -> repeat(step), "bench-other");
        thread.setDaemon(true);
    }

    /**
     * Starts it.
     *
     * @param step false when there was nothing to do
     * @return the thread, running
     */
    public static SpinningThread start(final BooleanSupplier step) {
        final SpinningThread other = new SpinningThread(step);
        other.thread.start();
        return other;
    }

    /**
     * Stops it and waits for its end.
     *
     * @throws InterruptedException when the waiting is interrupted
     */
    public void stop() throws InterruptedException {
        running = false;
        thread.join();
    }

    private void repeat(final BooleanSupplier step) {
        while (running) {
            if (!step.getAsBoolean()) {
                Thread.onSpinWait();
            }
        }
    }
}
