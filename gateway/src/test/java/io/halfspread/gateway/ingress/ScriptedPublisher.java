package io.halfspread.gateway.ingress;

import io.halfspread.engine.ring.EventPublisher;
import io.halfspread.engine.ring.EventRing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A ring with as much room as the test says; keeps what was published. */
final class ScriptedPublisher implements EventPublisher {
    final List<UnsafeBuffer> messages = new ArrayList<>();
    int room = Integer.MAX_VALUE;
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);

    @Override
    public MutableDirectBuffer claim() {
        return messages.size() < room ? slot : null;
    }

    @Override
    public long publish(final int length) {
        messages.add(new UnsafeBuffer(Arrays.copyOf(slot.byteArray(), length)));
        slot.setMemory(0, slot.capacity(), (byte) 0x55);
        return messages.size() - 1;
    }
}
