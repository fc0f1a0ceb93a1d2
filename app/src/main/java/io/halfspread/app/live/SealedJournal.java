package io.halfspread.app.live;

import io.halfspread.engine.capture.JournalAgent;
import java.util.function.LongSupplier;
import org.agrona.concurrent.Agent;

/** The journal, and the tap beside it; when it closes, the capture is sealed with the engine's final hash. */
final class SealedJournal implements Agent {
    private final JournalAgent journal;
    private final SessionTap tap;
    private final LongSupplier finalHash;

    /**
     * Puts both on one thread.
     *
     * @param journal   records
     * @param tap       counts and broadcasts
     * @param finalHash hash of the engine, asked after it has ended
     */
    SealedJournal(final JournalAgent journal, final SessionTap tap, final LongSupplier finalHash) {
        this.journal = journal;
        this.tap = tap;
        this.finalHash = finalHash;
    }

    @Override
    public int doWork() {
        return journal.doWork() + tap.doWork();
    }

    @Override
    public void onClose() {
        tap.onClose();
        journal.end(finalHash.getAsLong());
    }

    @Override
    public String roleName() {
        return journal.roleName();
    }
}
