package io.halfspread.gateway.ingress;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.engine.ring.EventPublisher;
import io.halfspread.engine.ring.EventRing;
import java.util.Arrays;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The newest message of each kind and instrument that found the ring full. Each of these messages states a whole, so a
 * newer one replaces an older one. For one thread.
 */
@HotPath
final class PendingEvents {
    private static final int FORESEEN_KEYS = 16;

    private UnsafeBuffer[] messages = new UnsafeBuffer[0];
    private int[] lengths = new int[0];
    private int waiting;

    PendingEvents() {
        grow(FORESEEN_KEYS);
    }

    boolean isEmpty() {
        return waiting == 0;
    }

    /** Buffer in which the newest message of a key is to be written; {@link #store} completes it. */
    MutableDirectBuffer slot(final int key) {
        if (key >= messages.length) {
            grow(Math.max(key + 1, messages.length * 2));
        }
        return messages[key];
    }

    /** Keeps what was written; true when it replaced a message that nobody had seen. */
    boolean store(final int key, final int length) {
        final boolean replaced = lengths[key] != 0;
        if (!replaced) {
            waiting++;
        }
        lengths[key] = length;
        return replaced;
    }

    /** Publishes what waits, by key; false when the ring is full again. */
    boolean flush(final EventPublisher publisher) {
        for (int key = 0; key < lengths.length && waiting > 0; key++) {
            final int length = lengths[key];
            if (length != 0) {
                final MutableDirectBuffer slot = publisher.claim();
                if (slot == null) {
                    return false;
                }
                slot.putBytes(0, messages[key], 0, length);
                publisher.publish(length);
                lengths[key] = 0;
                waiting--;
            }
        }
        return true;
    }

    @ColdPath("more instruments than foreseen")
    private void grow(final int size) {
        final int from = messages.length;
        messages = Arrays.copyOf(messages, size);
        lengths = Arrays.copyOf(lengths, size);
        for (int i = from; i < size; i++) {
            messages[i] = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);
        }
    }
}
