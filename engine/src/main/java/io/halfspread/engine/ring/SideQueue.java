package io.halfspread.engine.ring;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.nio.ByteOrder;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.ControlledMessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Carries ready-made input events from one cold thread (parameters, policies, acknowledgements) to the one ring writer,
 * first in first out. One thread offers, one thread drains. Nothing is dropped: a full queue refuses, a full ring leaves
 * the event queued.
 */
@HotPath
public final class SideQueue {
    /** Bytes of a queue unless configured: about 250 tuning updates. */
    public static final int DEFAULT_CAPACITY = 64 * 1024;

    private static final int EVENT = 1;
    private static final int INGEST_NS_INDEX = 8;

    private final OneToOneRingBuffer queue;
    private final ControlledMessageHandler onEvent = this::onEvent;
    private EventPublisher publisher;
    private long nowNs;

    /**
     * Allocates the queue.
     *
     * @param capacity bytes, a power of two, at least 16 KiB so that the largest event fits
     */
    public SideQueue(final int capacity) {
        if (capacity < 16 * EventRing.SLOT_LENGTH || !BitUtil.isPowerOfTwo(capacity)) {
            throw new IllegalArgumentException("capacity " + capacity + " is not a power of two from 16384");
        }
        final int length = capacity + RingBufferDescriptor.TRAILER_LENGTH;
        queue = new OneToOneRingBuffer(
                new UnsafeBuffer(BufferUtil.allocateDirectAligned(length, BitUtil.CACHE_LINE_LENGTH)));
    }

    /**
     * Offers one event. Called by the cold thread only.
     *
     * @param event  holds an input message from index 0, header included
     * @param length its bytes, at most {@link EventRing#SLOT_LENGTH}
     * @return false when the queue is full: offer again later
     */
    public boolean offer(final DirectBuffer event, final int length) {
        if (length > EventRing.SLOT_LENGTH) {
            refuse(length);
        }
        return queue.write(EVENT, event, 0, length);
    }

    @ColdPath("a fault of the program")
    private static void refuse(final int length) {
        throw new IllegalArgumentException("an event of " + length + " bytes does not fit a slot");
    }

    /**
     * Publishes what is queued, each event stamped with the time at which it enters the ring. Stops when the ring is full.
     * Called by the ring writer only.
     *
     * @param target the ring
     * @param now    ingest time, ns since the epoch
     * @return events published
     */
    public int drain(final EventPublisher target, final long now) {
        publisher = target;
        nowNs = now;
        return queue.controlledRead(onEvent);
    }

    /**
     * Whether nothing is queued; exact only for the draining thread.
     *
     * @return true when empty
     */
    public boolean isEmpty() {
        return queue.size() == 0;
    }

    private ControlledMessageHandler.Action onEvent(
            final int kind, final MutableDirectBuffer event, final int index, final int length) {
        final MutableDirectBuffer slot = publisher.claim();
        if (slot == null) {
            return ControlledMessageHandler.Action.ABORT;
        }
        slot.putBytes(0, event, index, length);
        slot.putLong(INGEST_NS_INDEX, nowNs, ByteOrder.LITTLE_ENDIAN);
        publisher.publish(length);
        return ControlledMessageHandler.Action.COMMIT;
    }
}
