package io.halfspread.app.watchdog;

import io.halfspread.app.live.AccountExit;
import io.halfspread.app.live.AccountGuard;
import io.halfspread.app.watchdog.MakerPulse.State;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The dead man's switch of a session, in a process of its own: watches the session's capture grow. When its process is gone,
 * or nothing was added for a while, every order of the account in the session's coins is cancelled, again and again, until
 * none is left and nothing that was under way can land any more.
 */
public final class Watchdog {
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long STATE_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long SWEEP_NS = TimeUnit.SECONDS.toNanos(1);
    private static final double SECOND_NS = 1e9;

    private final MakerPulse pulse;
    private final AccountGuard guard;
    private final long silenceNs;
    private final long settleNs;
    private final Consumer<String> log;
    private final BooleanSupplier stop;
    private int cancelled;

    /**
     * Prepares to watch.
     *
     * @param capture   the session's capture
     * @param guard     cancels; stays the caller's
     * @param silenceNs silence after which the session counts as lost, ns
     * @param settleNs  how long actions that were under way may still land, ns
     * @param log       gets lines for people
     * @param stop      asked whether to end
     */
    public Watchdog(
            final Path capture,
            final AccountGuard guard,
            final long silenceNs,
            final long settleNs,
            final Consumer<String> log,
            final BooleanSupplier stop) {
        pulse = new MakerPulse(capture, System.nanoTime());
        this.guard = guard;
        this.silenceNs = silenceNs;
        this.settleNs = settleNs;
        this.log = log;
        this.stop = stop;
    }

    /**
     * Watches until the session has ended in order, or was lost and nothing of it is left, or this is told to stop.
     *
     * @return false when the session was lost
     */
    public boolean run() {
        try (pulse) {
            long stateAtNs = System.nanoTime();
            while (!stop.getAsBoolean()) {
                final long nowNs = System.nanoTime();
                final long silentNs = pulse.silentNs(nowNs);
                if (nowNs >= stateAtNs || silentNs > silenceNs) {
                    stateAtNs = nowNs + STATE_NS;
                    final State state = pulse.state();
                    if (state == State.ENDED) {
                        log.accept("the session has ended in order: " + pulse.capture());
                        return true;
                    }
                    if (state == State.GONE || silentNs > silenceNs) {
                        log.accept(
                                state == State.GONE
                                        ? "the session's process is gone: every order is cancelled"
                                        : String.format(
                                                Locale.ROOT,
                                                "the session is silent for %.1f s: every order is cancelled",
                                                silentNs / SECOND_NS));
                        if (sweep()) {
                            return false;
                        }
                    }
                }
                LockSupport.parkNanos(LOOK_NS);
            }
            return true;
        }
    }

    /**
     * Orders cancelled.
     *
     * @return the count
     */
    public int cancelled() {
        return cancelled;
    }

    /** Cancels until nothing is left for good; false when the session is back. */
    private boolean sweep() {
        long clearSinceNs = Long.MAX_VALUE;
        while (!stop.getAsBoolean()) {
            final AccountExit exit = guard.cancelAll();
            cancelled += exit.cancelled();
            final long nowNs = System.nanoTime();
            if (!exit.isDone() || exit.cancelled() > 0) {
                clearSinceNs = exit.isDone() ? nowNs : Long.MAX_VALUE;
            } else {
                clearSinceNs = Math.min(clearSinceNs, nowNs);
            }
            if (pulse.silentNs(nowNs) < silenceNs && pulse.state() == State.RUNNING) {
                log.accept("the session is back: it is watched on");
                return false;
            }
            if (clearSinceNs != Long.MAX_VALUE && nowNs - clearSinceNs >= settleNs) {
                log.accept(cancelled + " orders cancelled, none is left");
                return true;
            }
            LockSupport.parkNanos(SWEEP_NS);
        }
        return true;
    }
}
