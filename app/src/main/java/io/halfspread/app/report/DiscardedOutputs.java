package io.halfspread.app.report;

import io.halfspread.engine.ring.EventPublisher;
import java.nio.ByteBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Takes what an engine says that is only asked for its sums. For one thread. */
final class DiscardedOutputs implements EventPublisher {
    private static final int SLOT_BYTES = 1024;

    private final MutableDirectBuffer slot = new UnsafeBuffer(ByteBuffer.allocateDirect(SLOT_BYTES));
    private long sequence = -1;

    @Override
    public MutableDirectBuffer claim() {
        return slot;
    }

    @Override
    public long publish(final int length) {
        return ++sequence;
    }
}
