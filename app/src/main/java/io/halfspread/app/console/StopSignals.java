package io.halfspread.app.console;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * SIGINT, SIGTERM and SIGHUP as wishes: the first asks for an orderly end, the second for an end at once, the third ends the
 * process. While this is open the process does not end by them, so that the command that listens decides its exit code.
 */
public final class StopSignals implements AutoCloseable {
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");
    private static final int URGENT = 2;
    private static final int ABORT = 3;
    private static final int ABORTED = 130;

    private final AtomicInteger seen = new AtomicInteger();
    private final SignalListener listener = new SignalListener(NAMES, this::onSignal);

    /** Starts to listen. Where the JVM lets nobody listen, signals end the process as they always do. */
    public StopSignals() {}

    /**
     * Whether an orderly end is wished.
     *
     * @return true from the first signal on
     */
    public boolean isRequested() {
        return seen.get() > 0;
    }

    /**
     * Whether the end shall come at once.
     *
     * @return true from the second signal on
     */
    public boolean isUrgent() {
        return seen.get() >= URGENT;
    }

    @Override
    public void close() {
        listener.close();
    }

    private void onSignal() {
        if (seen.incrementAndGet() >= ABORT) {
            Runtime.getRuntime().halt(ABORTED);
        }
    }
}
