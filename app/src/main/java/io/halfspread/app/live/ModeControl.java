package io.halfspread.app.live;

import io.halfspread.app.control.ControlFolder;
import io.halfspread.app.control.ControlState;
import io.halfspread.app.control.ModeWish;
import io.halfspread.app.dashboard.Steering;
import io.halfspread.codec.event.ModeSource;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.engine.risk.ModeRule;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.agrona.concurrent.Agent;

/**
 * Turns the files of the control folder into events and says there what came of them. A wish counts as granted when the
 * session's record has it. What an operator asked for last is kept for the session that follows. Steps on a side thread.
 */
final class ModeControl implements Agent {
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long SAVE_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(3);
    private static final long SETTLE_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    private final ControlFolder folder;
    private final OperatorDesk operator;
    private final SessionTally tally;
    private final DoubleSupplier dayPnlUsd;
    private final Consumer<String> log;
    private ControlFolder.Dropped pending;
    private ControlFolder.Dropped unreadable;
    private long requestsBefore;
    private long sinceNs;
    private long lookedNs;
    private long savedNs;
    private ControlState saved;
    private String trouble;

    /**
     * Watches a folder.
     *
     * @param folder    the folder, locked by this session
     * @param before    what lies there as state
     * @param operator  takes the events
     * @param tally     knows what the record has
     * @param dayPnlUsd profit of the UTC day
     * @param log       gets lines for people
     */
    ModeControl(
            final ControlFolder folder,
            final ControlState before,
            final OperatorDesk operator,
            final SessionTally tally,
            final DoubleSupplier dayPnlUsd,
            final Consumer<String> log) {
        this.folder = folder;
        this.operator = operator;
        this.tally = tally;
        this.dayPnlUsd = dayPnlUsd;
        this.log = log;
        saved = before;
        savedNs = System.nanoTime();
        tally.operatorLeft(before.mode(), before.why());
    }

    @Override
    public int doWork() {
        final long nowNs = System.nanoTime();
        if (nowNs - lookedNs < LOOK_NS) {
            return 0;
        }
        lookedNs = nowNs;
        try {
            if (pending == null) {
                look(nowNs);
            } else {
                settle(nowNs);
            }
            if (nowNs - savedNs >= SAVE_NS && isOpen() || tally.operatorMode() != saved.mode()) {
                savedNs = nowNs;
                save();
            }
            trouble = null;
        } catch (final IOException e) {
            if (!e.toString().equals(trouble)) {
                trouble = e.toString();
                log.accept("WARN control folder " + folder.path() + ": " + e);
            }
        }
        return 1;
    }

    /** Whether the engine has taken in the opening: before that it knows no profit of the day. */
    private boolean isOpen() {
        return !tally.versions().isEmpty();
    }

    private void look(final long nowNs) throws IOException {
        final ControlFolder.Dropped dropped = folder.next();
        if (dropped == null) {
            return;
        }
        if (dropped.wish() == null) {
            lookAgain(dropped, nowNs);
            return;
        }
        final ModeWish wish = dropped.wish();
        if (!ModeRule.grants(tally.mode(), wish.mode(), wish.leaveKill())) {
            reject(dropped, "kill is in force and left only with --leave-kill (in a file: \"leave_kill\": true)");
            return;
        }
        requestsBefore = tally.modeRequests();
        if (operator.ask(wish.mode(), sourceOf(dropped), wish.leaveKill(), wish.why())) {
            pending = dropped;
            sinceNs = nowNs;
        }
    }

    private static ModeSource sourceOf(final ControlFolder.Dropped dropped) {
        final String name = dropped.file().getFileName().toString();
        if (name.startsWith(Steering.PREFIX)) {
            return ModeSource.DASHBOARD;
        }
        return name.startsWith("mode-") ? ModeSource.COMMAND : ModeSource.FILE;
    }

    /** A file written in place is not whole at once: it is refused only when it stays as it is for a moment. */
    private void lookAgain(final ControlFolder.Dropped dropped, final long nowNs) throws IOException {
        if (!dropped.equals(unreadable)) {
            unreadable = dropped;
            sinceNs = nowNs;
        } else if (nowNs - sinceNs >= SETTLE_NS) {
            unreadable = null;
            reject(dropped, dropped.problem());
        }
    }

    private void settle(final long nowNs) throws IOException {
        if (tally.modeRequests() > requestsBefore
                && tally.mode() == pending.wish().mode()) {
            final ControlFolder.Dropped granted = pending;
            pending = null;
            folder.applied(granted.file());
        } else if (nowNs - sinceNs >= PATIENCE_NS) {
            final ControlFolder.Dropped late = pending;
            pending = null;
            reject(late, "the session did not take it in within " + TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NS) + " s");
        }
    }

    private void reject(final ControlFolder.Dropped dropped, final String reason) throws IOException {
        log.accept("WARN mode not changed by " + dropped.file().getFileName() + ": " + reason);
        folder.rejected(dropped.file(), reason);
    }

    private void save() throws IOException {
        final ControlState state = new ControlState(
                tally.operatorMode(),
                tally.operatorWhy(),
                ProcessHandle.current().pid(),
                isOpen() ? System.currentTimeMillis() / DAY_MS : saved.day(),
                isOpen() ? dayPnlUsd.getAsDouble() : saved.pnlUsd());
        if (!state.equals(saved)) {
            folder.leave(state);
            saved = state;
        }
    }

    @Override
    public void onClose() {
        try {
            if (pending != null) {
                folder.rejected(pending.file(), "the session ended");
            }
            save();
        } catch (final IOException e) {
            log.accept("WARN control folder " + folder.path() + ": " + e);
        }
    }

    @Override
    public String roleName() {
        return "mode-control";
    }

    /** What the session begins with, by what the one before was left in. */
    static boolean isKept(final ControlState state) {
        return state.mode() != TradingMode.RUN;
    }
}
