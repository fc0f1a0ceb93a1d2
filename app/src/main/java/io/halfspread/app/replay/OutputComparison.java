package io.halfspread.app.replay;

import io.halfspread.codec.dump.EventDump;
import io.halfspread.engine.capture.CaptureReader;
import io.halfspread.engine.ring.MessageHandler;
import org.agrona.DirectBuffer;

/** Compares the outputs of a replay, as they come, with those a capture holds, byte by byte. Keeps the first difference. */
final class OutputComparison implements MessageHandler, AutoCloseable {
    private final CaptureReader recorded;
    private final boolean mayEndEarly;
    private final EventDump dump = new EventDump();
    private long compared;
    private boolean recordEnded;
    private Difference difference;

    /** The first output that differs. Either side may be null: there is nothing. */
    record Difference(long sequence, String recorded, String computed) {}

    /** A record that did not end in order may lack the last outputs. */
    OutputComparison(final CaptureReader recorded, final boolean mayEndEarly) {
        this.recorded = recorded;
        this.mayEndEarly = mayEndEarly;
    }

    @Override
    public void onMessage(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        if (difference != null || recordEnded) {
            return;
        }
        if (!nextOutput()) {
            recordEnded = true;
            if (!mayEndEarly) {
                difference = new Difference(sequence, null, dump.line(buffer, offset, length, sequence));
            }
        } else if (recorded.sequence() != sequence || !equal(buffer, offset, length)) {
            difference = new Difference(sequence, recordedLine(), dump.line(buffer, offset, length, sequence));
        } else {
            compared++;
        }
    }

    /** After the replay: what the capture holds beyond what was computed is a difference too. */
    void end() {
        if (difference == null && !recordEnded && nextOutput()) {
            difference = new Difference(recorded.sequence(), recordedLine(), null);
        }
    }

    Difference difference() {
        return difference;
    }

    long compared() {
        return compared;
    }

    @Override
    public void close() {
        recorded.close();
    }

    private boolean nextOutput() {
        while (recorded.next()) {
            if (!recorded.isInput()) {
                return true;
            }
        }
        return false;
    }

    private boolean equal(final DirectBuffer buffer, final int offset, final int length) {
        if (recorded.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (recorded.buffer().getByte(recorded.offset() + i) != buffer.getByte(offset + i)) {
                return false;
            }
        }
        return true;
    }

    private String recordedLine() {
        return dump.line(recorded.buffer(), recorded.offset(), recorded.length(), recorded.sequence());
    }
}
