package io.halfspread.app.live;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Results of what ran on another thread. */
public final class Outcome {
    private Outcome() {}

    /**
     * The result of a task that is done.
     *
     * @param task the task
     * @param <T>  type of the result
     * @return its result
     * @throws Exception what the task itself threw
     */
    public static <T> T of(final Future<T> task) throws Exception {
        try {
            return task.get();
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
