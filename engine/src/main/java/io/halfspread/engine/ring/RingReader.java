package io.halfspread.engine.ring;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import io.halfspread.codec.contract.HotPath;
import org.agrona.DirectBuffer;
import org.agrona.LangUtil;

/** One reader's place in an {@link EventRing}. Polled by one thread; its position may be read from any. */
@HotPath
public final class RingReader {
    private final RingBuffer<Slot> ring;
    private final Sequence[] upstream;
    private final EventPoller<Slot> poller;
    private final EventPoller.Handler<Slot> onSlot = this::onSlot;
    private MessageHandler handler;
    private int remaining;

    RingReader(final RingBuffer<Slot> ring, final Sequence... upstream) {
        this.ring = ring;
        this.upstream = upstream;
        poller = ring.newPoller(upstream);
    }

    Sequence sequence() {
        return poller.getSequence();
    }

    /**
     * Sequence of the last message whose slot was given back.
     *
     * @return the sequence, -1 before the first
     */
    public long position() {
        return poller.getSequence().get();
    }

    /**
     * Messages published whose slots this reader has not given back.
     *
     * @return the count, those that wait for a reader before this one included
     */
    public long backlog() {
        return ring.getCursor() - position();
    }

    /**
     * Looks at the next message without taking it.
     *
     * @return the slot's buffer, the message at index 0, valid until the next poll; null when there is none
     */
    public DirectBuffer peek() {
        final long next = position() + 1;
        if (next > ring.getCursor()) {
            return null;
        }
        for (final Sequence reader : upstream) {
            if (next > reader.get()) {
                return null;
            }
        }
        return ring.get(next).buffer;
    }

    /**
     * Hands available messages to a handler, in order, and then gives their slots back.
     *
     * @param messageHandler gets each message
     * @param limit          most messages to hand over, at least 1
     * @return messages handed over, 0 when there was none
     */
    public int poll(final MessageHandler messageHandler, final int limit) {
        handler = messageHandler;
        remaining = limit;
        try {
            poller.poll(onSlot);
        } catch (final Exception e) {
            LangUtil.rethrowUnchecked(e);
        }
        return limit - remaining;
    }

    private boolean onSlot(final Slot slot, final long sequence, final boolean endOfBatch) {
        handler.onMessage(slot.buffer, 0, slot.length, sequence);
        return --remaining > 0;
    }
}
