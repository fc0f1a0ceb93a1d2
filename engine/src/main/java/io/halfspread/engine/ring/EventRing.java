package io.halfspread.engine.ring;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.nio.ByteBuffer;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A single-writer LMAX Disruptor ring whose slots are fixed windows of one direct buffer, each holding one SBE message.
 * Readers poll ({@link RingReader}), so the same reader runs on its own thread or is stepped by another. The writing
 * thread is fixed by its first claim; a claim from any other thread is an error.
 */
@HotPath
public final class EventRing implements EventPublisher {
    /** Bytes of a slot: a 20 + 20 level book is 858 bytes. */
    public static final int SLOT_LENGTH = 1024;

    /** Slots of a ring unless configured: about 0.1 s of the venue's worst burst seen. */
    public static final int DEFAULT_SLOTS = 8192;

    final RingBuffer<Slot> ring;
    private Thread writer;
    private Slot claimed;
    private long claimedSequence = -1;

    /**
     * Allocates the ring and touches all of its memory.
     *
     * @param slots number of slots, a power of two
     */
    public EventRing(final int slots) {
        final ByteBuffer memory = BufferUtil.allocateDirectAligned(slots * SLOT_LENGTH, BitUtil.CACHE_LINE_LENGTH);
        final int[] next = {0};
        // Pollers never block, so the wait strategy only decides that nobody is ever signalled.
        ring = RingBuffer.createSingleProducer(() -> newSlot(memory, next[0]++), slots, new BusySpinWaitStrategy());
    }

    /**
     * Adds a reader that gets every message from the oldest unread one on; the writer cannot overtake it. Call before the
     * first claim.
     *
     * @param after readers that must have handled a message before this one sees it; none: the writer alone
     * @return the reader, for one thread
     */
    @ColdPath("wiring")
    public RingReader newReader(final RingReader... after) {
        final Sequence[] upstream = new Sequence[after.length];
        for (int i = 0; i < after.length; i++) {
            upstream[i] = after[i].sequence();
        }
        final RingReader reader = new RingReader(ring, upstream);
        ring.addGatingSequences(reader.sequence());
        return reader;
    }

    @Override
    public MutableDirectBuffer claim() {
        final Thread current = Thread.currentThread();
        if (current != writer) {
            bindWriter(current);
        }
        if (claimed == null) {
            if (!ring.hasAvailableCapacity(1)) {
                return null;
            }
            claimedSequence = ring.next();
            claimed = ring.get(claimedSequence);
        }
        return claimed.buffer;
    }

    @Override
    public long publish(final int length) {
        claimed.length = length;
        claimed = null;
        ring.publish(claimedSequence);
        return claimedSequence;
    }

    /**
     * A message published before. Only the writing thread may ask: nobody else overwrites it.
     *
     * @param sequence its sequence, less than a ring of slots ago
     * @return the slot's buffer, the message at index 0
     */
    public DirectBuffer message(final long sequence) {
        return ring.get(sequence).buffer;
    }

    /**
     * Length of a message published before. Only the writing thread may ask.
     *
     * @param sequence its sequence, less than a ring of slots ago
     * @return bytes, header included
     */
    public int length(final long sequence) {
        return ring.get(sequence).length;
    }

    /**
     * Whether that many messages can be published without waiting for a reader. Only the writing thread may ask.
     *
     * @param messages number of messages
     * @return true when there is room
     */
    public boolean hasRoomFor(final int messages) {
        return ring.hasAvailableCapacity(messages);
    }

    /**
     * Sequence of the newest published message.
     *
     * @return the sequence, -1 before the first
     */
    public long published() {
        return ring.getCursor();
    }

    @ColdPath("once a slot, when the ring is made")
    private static Slot newSlot(final ByteBuffer memory, final int index) {
        return new Slot(new UnsafeBuffer(memory, index * SLOT_LENGTH, SLOT_LENGTH));
    }

    @ColdPath("runs once, on the first claim, or fails")
    private void bindWriter(final Thread current) {
        if (writer != null) {
            throw new IllegalStateException(
                    "ring has one writer, thread '" + writer.getName() + "'; claimed by '" + current.getName() + "'");
        }
        writer = current;
    }
}
