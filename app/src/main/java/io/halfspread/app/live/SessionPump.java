package io.halfspread.app.live;

import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Lets a session go on while somebody waits for it: by leaving its threads alone, or by stepping it. */
public interface SessionPump {
    /** Lets the session go on a little. */
    void pump();

    /**
     * Runs something that waits for the venue's answer over HTTP, and lets the session go on meanwhile.
     *
     * @param task what waits
     * @param <T>  type of its result
     * @return its result
     * @throws Exception what it threw
     */
    <T> T blocking(Callable<T> task) throws Exception;

    /**
     * Time on the session's clock.
     *
     * @return ns since the epoch
     */
    long nowNs();

    /**
     * Waits for a condition.
     *
     * @param condition  what is waited for
     * @param patienceNs longest wait on the session's clock
     * @return whether it came
     */
    default boolean await(final BooleanSupplier condition, final long patienceNs) {
        final long deadlineNs = nowNs() + patienceNs;
        while (!condition.getAsBoolean()) {
            if (nowNs() >= deadlineNs) {
                return false;
            }
            pump();
        }
        return true;
    }
}
