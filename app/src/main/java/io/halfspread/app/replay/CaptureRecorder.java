package io.halfspread.app.replay;

import io.halfspread.engine.capture.CaptureWriter;
import io.halfspread.engine.capture.JournalAgent;
import io.halfspread.engine.replay.Recorder;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import java.util.function.LongSupplier;
import org.agrona.concurrent.Agent;

/** Records a replay in a capture, sealed with the engine's hash when the replay ends. */
final class CaptureRecorder implements Recorder {
    private static final long MAX_BACKLOG = EventRing.DEFAULT_SLOTS / 4 * 3;

    private final CaptureWriter writer;

    CaptureRecorder(final CaptureWriter writer) {
        this.writer = writer;
    }

    @Override
    public Agent attach(final RingReader inputs, final RingReader outputs, final LongSupplier finalHash) {
        final JournalAgent journal = new JournalAgent(inputs, outputs, writer, MAX_BACKLOG);
        return new Agent() {
            @Override
            public int doWork() {
                return journal.doWork();
            }

            @Override
            public void onClose() {
                journal.end(finalHash.getAsLong());
            }

            @Override
            public String roleName() {
                return journal.roleName();
            }
        };
    }
}
