package io.halfspread.app.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order on SIGINT or SIGTERM: the signal is noted, and the process waits until the command has
 * closed this, ten seconds at most.
 */
public final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onSignal, "interruption");
    private volatile boolean requested;

    /** Starts to listen. */
    public Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Whether the process was asked to end.
     *
     * @return true from the signal on
     */
    public boolean isRequested() {
        return requested;
    }

    @Override
    public void close() {
        finished.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (final IllegalStateException e) {
                // The process is ending already; the hook finds that the command is done.
            }
        }
    }

    private void onSignal() {
        requested = true;
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
