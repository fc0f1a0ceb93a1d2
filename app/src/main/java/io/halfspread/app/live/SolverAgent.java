package io.halfspread.app.live;

import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.engine.solver.EventBatch;
import io.halfspread.engine.solver.SolverDesk;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.broadcast.BroadcastReceiver;

/**
 * The solver's thread: follows the broadcast of the input events, solves what is due, and sends the tables to the ring's writer
 * through its side queue. When it fails it says so once and ends; the session goes on. While it solves it reads nothing; what it then has lost it counts and says, and nobody waits for it.
 */
final class SolverAgent implements Agent {
    private static final int BATCH = 512;
    private static final int LONGEST = 4096;

    private final BroadcastReceiver receiver;
    private final SolverDesk desk;
    private final SideQueue policies;
    private final Consumer<String> log;
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[LONGEST]);
    private final UnsafeBuffer answer = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);
    private long lapped;
    private long discarded;
    private long events;
    private boolean failed;

    /**
     * A solver over a broadcast.
     *
     * @param receiver reads the broadcast
     * @param desk     calibrates and solves
     * @param policies takes its answers to the ring
     * @param log      takes lines
     */
    SolverAgent(
            final BroadcastReceiver receiver,
            final SolverDesk desk,
            final SideQueue policies,
            final Consumer<String> log) {
        this.receiver = receiver;
        this.desk = desk;
        this.policies = policies;
        this.log = log;
    }

    @Override
    public int doWork() {
        int work = send();
        for (int i = 0; i < BATCH && desk.answers().isEmpty() && receiver.receiveNext(); i++) {
            final int length = Math.min(receiver.length(), LONGEST);
            final boolean isInput = SessionTap.isInput(receiver.typeId());
            if (isInput) {
                message.putBytes(0, receiver.buffer(), receiver.offset(), length);
            }
            if (receiver.validate() && isInput && !failed) {
                solve();
            }
            work++;
        }
        report();
        return work + send();
    }

    /** What fails once would fail again and again: no more is solved, and quoting does without. */
    private void solve() {
        try {
            desk.onInput(message, 0, events++);
        } catch (final RuntimeException | OutOfMemoryError | StackOverflowError e) {
            failed = true;
            log.accept("WARN the solver failed and solves no more in this session: " + e
                    + "; the policy table in force holds until it is too old, then the law alone quotes");
        }
    }

    @Override
    public String roleName() {
        return "solver";
    }

    private int send() {
        final EventBatch answers = desk.answers();
        int sent = 0;
        while (!answers.isEmpty()) {
            answers.copyFirst(answer);
            if (!policies.offer(answer, answers.firstLength())) {
                break;
            }
            answers.removeFirst();
            sent++;
        }
        return sent;
    }

    private void report() {
        if (receiver.lappedCount() != lapped) {
            lapped = receiver.lappedCount();
            log.accept("WARN the solver fell behind and left events out of its estimates");
        }
        if (desk.discarded() != discarded) {
            discarded = desk.discarded();
            log.accept("WARN a solve was discarded (" + discarded + " so far); the policy table before stays in force");
        }
    }
}
