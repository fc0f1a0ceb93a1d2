package io.halfspread.app.live;

import io.halfspread.codec.event.ModeSource;
import io.halfspread.codec.event.TradingMode;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What a stalled agent means: a line on the log, a pause by event, and every order cancelled over HTTP, past the agents, by
 * a thread of its own. When all agents go round again the pause is taken back, unless somebody asked for something else.
 */
final class StallGuard implements DutyWatch.Listener {
    private static final long CANCEL_NS = TimeUnit.SECONDS.toNanos(10);

    private final OperatorDesk operator;
    private final SessionTally tally;
    private final TradingSide trading;
    private final boolean cancels;
    private final Consumer<String> log;
    private final AtomicBoolean cancelling = new AtomicBoolean();

    /**
     * Prepares the guard.
     *
     * @param operator takes the mode
     * @param tally    knows the mode in force
     * @param trading  the way to the venue, null in a paper session
     * @param cancels  whether anything is done but say it
     * @param log      gets lines for people
     */
    StallGuard(
            final OperatorDesk operator,
            final SessionTally tally,
            final TradingSide trading,
            final boolean cancels,
            final Consumer<String> log) {
        this.operator = operator;
        this.tally = tally;
        this.trading = trading;
        this.cancels = cancels;
        this.log = log;
    }

    @Override
    public void onStalled(final String agent, final long silenceNs) {
        StallEvent.record(agent, silenceNs);
        final String what = agent + " made no duty cycle for " + TimeUnit.NANOSECONDS.toMillis(silenceNs) + " ms";
        log.accept("WARN " + what + (cancels ? "; every order is cancelled and quoting paused" : ""));
        if (cancels) {
            if (tally.mode() == TradingMode.RUN || tally.mode() == TradingMode.REDUCE) {
                operator.ask(TradingMode.PAUSE, ModeSource.WATCH, false, what);
            }
            cancelAll();
        }
    }

    @Override
    public void onRecovered() {
        log.accept("Every agent goes round again");
        if (cancels && tally.mode() == TradingMode.PAUSE && tally.modeSource() == ModeSource.WATCH) {
            operator.ask(tally.operatorMode(), ModeSource.WATCH, false, "every agent goes round again");
        }
    }

    private void cancelAll() {
        if (trading == null || !cancelling.compareAndSet(false, true)) {
            return;
        }
        final Thread thread = new Thread(
                () -> {
                    try {
                        log.accept("Cancelled over HTTP: "
                                + trading.flatten(false, CANCEL_NS).cancelled() + " orders");
                    } catch (final RuntimeException e) {
                        log.accept("WARN orders could not be cancelled over HTTP: " + e.getMessage());
                    } finally {
                        cancelling.set(false);
                    }
                },
                "cancel-all");
        thread.setDaemon(true);
        thread.start();
    }
}
