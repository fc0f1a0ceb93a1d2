package io.halfspread.engine.replay;

/** Watches a replay run, on the thread that called it. */
@FunctionalInterface
public interface ReplayMonitor {
    /**
     * Called again and again while the replay runs.
     *
     * @param inputs inputs published so far
     * @return false to end the replay now, orderly
     */
    boolean keepRunning(long inputs);
}
