package io.halfspread.gateway.frames;

import io.halfspread.engine.ring.EventPublisher;
import io.halfspread.engine.ring.EventRing;
import java.util.Arrays;
import org.agrona.BitUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The messages of one frame, one after the other: written through the port of a ring that is never full, then read. */
public final class FrameEvents implements EventPublisher {
    private static final int FIRST_MESSAGES = 256;

    private final UnsafeBuffer slot = new UnsafeBuffer(0, 0);
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private byte[] data = new byte[FIRST_MESSAGES * EventRing.SLOT_LENGTH];
    private int[] offsets = new int[FIRST_MESSAGES];
    private int[] lengths = new int[FIRST_MESSAGES];
    private int written;
    private int read;
    private int tail;
    private long sequence = -1;

    /** Creates an empty one. */
    public FrameEvents() {
        buffer.wrap(data);
    }

    @Override
    public MutableDirectBuffer claim() {
        if (tail + EventRing.SLOT_LENGTH > data.length) {
            data = Arrays.copyOf(data, data.length * 2);
            buffer.wrap(data);
        }
        if (written == offsets.length) {
            offsets = Arrays.copyOf(offsets, written * 2);
            lengths = Arrays.copyOf(lengths, written * 2);
        }
        slot.wrap(data, tail, EventRing.SLOT_LENGTH);
        return slot;
    }

    @Override
    public long publish(final int length) {
        offsets[written] = tail;
        lengths[written] = length;
        written++;
        tail += BitUtil.align(length, Long.BYTES);
        return ++sequence;
    }

    /** Forgets all messages. */
    public void clear() {
        written = 0;
        read = 0;
        tail = 0;
    }

    /**
     * Goes to the next message.
     *
     * @return false when there is none
     */
    public boolean next() {
        if (read == written) {
            return false;
        }
        read++;
        return true;
    }

    /**
     * Buffer that holds the current message.
     *
     * @return the buffer, valid until {@link #clear()}
     */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    /**
     * Where the current message begins.
     *
     * @return index in {@link #buffer()}
     */
    public int offset() {
        return offsets[read - 1];
    }

    /**
     * Length of the current message.
     *
     * @return bytes, header included
     */
    public int length() {
        return lengths[read - 1];
    }
}
