package io.halfspread.engine.ring;

import io.halfspread.codec.contract.HotPath;
import org.agrona.MutableDirectBuffer;

/**
 * Write port of a ring: claim a slot, encode one SBE message (header first, at index 0) into it, publish its length.
 * Back-pressure is a return value. Used by exactly one thread.
 */
@HotPath
public interface EventPublisher {
    /**
     * Claims the next slot. A slot claimed and not published is handed out again by the next claim.
     *
     * @return the slot's buffer, {@link EventRing#SLOT_LENGTH} bytes from index 0, or null when the ring is full
     */
    MutableDirectBuffer claim();

    /**
     * Publishes the claimed slot.
     *
     * @param length bytes of the message from index 0, header included
     * @return the ring sequence of the message
     */
    long publish(int length);
}
