package io.halfspread.gateway.order;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.engine.ring.SideQueue;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.ControlledMessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Events on their way into the side queue. One that finds the queue full waits here, in order; while one waits no command
 * is taken, so what can come to wait is bounded by the actions in flight. Egress thread only.
 */
@HotPath
final class EventOutbox {
    private static final int EVENT = 1;
    private static final int BYTES_PER_ELEMENT = 1024;

    private final SideQueue queue;
    private final OneToOneRingBuffer waiting;
    private final ControlledMessageHandler onWaiting = this::onWaiting;
    private final UnsafeBuffer event = new UnsafeBuffer(0, 0);
    private long offered;

    EventOutbox(final SideQueue queue, final int mostElements) {
        this.queue = queue;
        final int capacity = BitUtil.findNextPositivePowerOfTwo(mostElements * BYTES_PER_ELEMENT);
        waiting = new OneToOneRingBuffer(new UnsafeBuffer(BufferUtil.allocateDirectAligned(
                capacity + RingBufferDescriptor.TRAILER_LENGTH, BitUtil.CACHE_LINE_LENGTH)));
    }

    void offer(final DirectBuffer message, final int length) {
        offered++;
        if (!isEmpty() || !queue.offer(message, length)) {
            if (!waiting.write(EVENT, message, 0, length)) {
                failFull();
            }
        }
    }

    /** Hands over what waits, as far as there is room; returns how much. */
    int flush() {
        return isEmpty() ? 0 : waiting.controlledRead(onWaiting);
    }

    boolean isEmpty() {
        return waiting.size() == 0;
    }

    long offered() {
        return offered;
    }

    private ControlledMessageHandler.Action onWaiting(
            final int kind, final MutableDirectBuffer source, final int index, final int length) {
        event.wrap(source, index, length);
        return queue.offer(event, length)
                ? ControlledMessageHandler.Action.COMMIT
                : ControlledMessageHandler.Action.ABORT;
    }

    @ColdPath("broken invariant: commands are not taken while an event waits")
    private static void failFull() {
        throw new IllegalStateException("more events wait than the actions in flight can cause");
    }
}
