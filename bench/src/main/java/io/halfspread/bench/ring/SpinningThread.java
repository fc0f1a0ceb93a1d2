package io.halfspread.bench.ring;

import java.util.function.BooleanSupplier;

/** A second thread that repeats one step, spinning, until it is told to stop. */
final class SpinningThread {
    private final Thread thread;
    private volatile boolean running = true;

    private SpinningThread(final BooleanSupplier step) {
        thread = new Thread(() -> repeat(step), "bench-other");
        thread.setDaemon(true);
    }

    static SpinningThread start(final BooleanSupplier step) {
        final SpinningThread other = new SpinningThread(step);
        other.thread.start();
        return other;
    }

    void stop() throws InterruptedException {
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
