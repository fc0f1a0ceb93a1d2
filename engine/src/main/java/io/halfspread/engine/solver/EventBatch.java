package io.halfspread.engine.solver;

import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Events of the solver on their way to the ring, first in first out, each with the sequence before which it waits. Written in
 * place: {@link #begin}, encode into {@link #buffer} there, {@link #end}. For one thread.
 */
public final class EventBatch {
    private static final int USUAL_BYTES = 256 * 1024;
    private static final int LENGTH = Long.BYTES;
    private static final int MESSAGE = Long.BYTES + Integer.BYTES;

    private final ExpandableArrayBuffer memory = new ExpandableArrayBuffer(USUAL_BYTES);
    private int readIndex;
    private int writeIndex;
    private long dueSequence;

    /** An empty batch. */
    public EventBatch() {}

    /** What is written from here on waits for this sequence. */
    void due(final long sequence) {
        dueSequence = sequence;
    }

    MutableDirectBuffer buffer() {
        return memory;
    }

    /** Index at which the next event is written. */
    int begin() {
        memory.checkLimit(writeIndex + MESSAGE + 1024);
        return writeIndex + MESSAGE;
    }

    void end(final int length) {
        memory.putLong(writeIndex, dueSequence);
        memory.putInt(writeIndex + LENGTH, length);
        writeIndex += MESSAGE + length;
    }

    /**
     * Whether nothing waits.
     *
     * @return true when empty
     */
    public boolean isEmpty() {
        return readIndex == writeIndex;
    }

    /**
     * Sequence that the first event waits for.
     *
     * @return the sequence, Long.MAX_VALUE when empty
     */
    public long dueSequence() {
        return isEmpty() ? Long.MAX_VALUE : memory.getLong(readIndex);
    }

    /**
     * Bytes of the first event.
     *
     * @return length, header included
     */
    public int firstLength() {
        return memory.getInt(readIndex + LENGTH);
    }

    /**
     * Copies the first event.
     *
     * @param target gets it from index 0
     */
    public void copyFirst(final MutableDirectBuffer target) {
        target.putBytes(0, (DirectBuffer) memory, readIndex + MESSAGE, firstLength());
    }

    /** Removes the first event. */
    public void removeFirst() {
        readIndex += MESSAGE + firstLength();
        if (readIndex == writeIndex) {
            readIndex = 0;
            writeIndex = 0;
        }
    }
}
