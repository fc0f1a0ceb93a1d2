package io.halfspread.app.live;

import io.halfspread.codec.event.ModeSource;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.gateway.account.FlattenReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Takes a session out of the market in order: the engine is paused and cancels its quotes; every order's fate is awaited;
 * what is left at the venue is cancelled over HTTP and, if so configured, the position closed; its fills are awaited. All of
 * it in less than ten seconds: what is not known by then is said.
 */
final class OrderlyStop {
    private static final long QUOTES_NS = TimeUnit.MILLISECONDS.toNanos(3_500);
    private static final long FLATTEN_NS = TimeUnit.MILLISECONDS.toNanos(3_000);
    private static final long FILLS_NS = TimeUnit.MILLISECONDS.toNanos(1_500);
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private final LiveSession session;
    private final SessionPump pump;
    private final BooleanSupplier urgent;

    /**
     * Prepares a stop.
     *
     * @param session the running session
     * @param pump    lets it go on meanwhile
     * @param urgent  asked whether to give up waiting
     */
    OrderlyStop(final LiveSession session, final SessionPump pump, final BooleanSupplier urgent) {
        this.session = session;
        this.pump = pump;
        this.urgent = urgent;
    }

    /**
     * Stops quoting.
     *
     * @param closePosition whether to close the position too
     * @return what is not as it should be, one line each; empty when all is well
     */
    List<String> run(final boolean closePosition) {
        final List<String> notes = new ArrayList<>();
        if (session.failure() != null) {
            notes.add("an agent failed: orders are cancelled over HTTP at once");
        } else if (!pauses()) {
            notes.add(session.liveOrders() + " orders without a known end after "
                    + TimeUnit.NANOSECONDS.toMillis(QUOTES_NS) + " ms"
                    + (session.isCancelScheduled() ? "; the venue's dead man's switch may still be set" : ""));
        }
        if (session.trading() != null) {
            leave(closePosition, notes);
        } else if (closePosition && session.hasPosition()) {
            notes.add("a paper position is not closed: no market is left to trade it in");
        }
        return notes;
    }

    /** Whether the engine paused and every order came to its end; a session that kill holds is paused enough. */
    private boolean pauses() {
        pump.await(
                () -> urgent.getAsBoolean()
                        || session.operator().ask(TradingMode.PAUSE, ModeSource.STOP, false, "the session ends"),
                LOOK_NS);
        return await(() -> session.failure() != null || isPaused() && isOver(), QUOTES_NS) && session.failure() == null;
    }

    private boolean isPaused() {
        return session.tally().mode() == TradingMode.PAUSE || session.tally().mode() == TradingMode.KILL;
    }

    private void leave(final boolean closePosition, final List<String> notes) {
        if (urgent.getAsBoolean()) {
            notes.add("stopped at once: orders and position at the venue were not looked at; see the verb flatten");
            return;
        }
        try {
            final FlattenReport report = pump.blocking(() -> session.trading().flatten(closePosition, FLATTEN_NS));
            notes.addAll(report.notes());
            if (report.openLeft() > 0) {
                notes.add(report.openLeft() + " orders are still open at the venue; see the verb flatten");
            }
            if (!await(() -> hasPositionsOf(report), FILLS_NS)) {
                notes.add("the venue's position differs from ours: the last fills did not come in time");
            }
        } catch (final Exception e) {
            notes.add("the account could not be looked at: " + e.getMessage());
        }
    }

    private boolean hasPositionsOf(final FlattenReport report) {
        for (int i = 0; i < report.coins().size(); i++) {
            if (session.tally().position(i) != report.coins().get(i).positionLeft()) {
                return false;
            }
        }
        return true;
    }

    /** Asked in the order in which an outcome travels: from the egress over its queue into the ring and to the engine. */
    private boolean isOver() {
        return hasAllOutcomes() && session.isDrained() && session.liveOrders() == 0 && !session.isCancelScheduled();
    }

    private boolean hasAllOutcomes() {
        final TradingSide trading = session.trading();
        return trading == null
                || trading.egress().isIdle() && trading.responses().isEmpty();
    }

    /** Holds only when it holds twice, a moment apart: the engine tells its count after a batch of events. */
    private boolean await(final BooleanSupplier condition, final long patienceNs) {
        return pump.await(
                () -> {
                    if (urgent.getAsBoolean()) {
                        return true;
                    }
                    if (!condition.getAsBoolean()) {
                        return false;
                    }
                    pump.await(() -> false, LOOK_NS);
                    return condition.getAsBoolean();
                },
                patienceNs);
    }
}
