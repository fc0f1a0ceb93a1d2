package io.halfspread.app.live;

/** What a thread does that waits for the engine: it steps it, or lets the engine's own thread run. */
@FunctionalInterface
interface EngineProgress {
    /**
     * Lets the engine go on.
     *
     * @throws IllegalStateException when the engine has ended and nothing will come
     */
    void await();
}
