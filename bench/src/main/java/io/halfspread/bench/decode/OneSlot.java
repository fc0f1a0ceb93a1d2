package io.halfspread.bench.decode;

import io.halfspread.engine.ring.EventPublisher;
import io.halfspread.engine.ring.EventRing;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A ring of one slot that is always free: the cost of the ring itself is measured elsewhere. */
final class OneSlot implements EventPublisher {
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);
    private long sequence;

    @Override
    public MutableDirectBuffer claim() {
        return slot;
    }

    @Override
    public long publish(final int length) {
        return sequence++;
    }

    UnsafeBuffer slot() {
        return slot;
    }
}
