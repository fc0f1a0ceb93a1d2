package io.halfspread.engine.replay;

import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Messages with the time at which each is due, first in first out, in a buffer that is used again. Written in place:
 * {@link #begin}, encode into {@link #buffer} there, {@link #end}. For one thread.
 */
final class MessageQueue {
    private static final int USUAL_BYTES = 64 * 512;
    private static final int COMPACT_FROM = 16 * 1024;
    private static final int DUE = 0;
    private static final int LENGTH = Long.BYTES;
    private static final int MESSAGE = Long.BYTES + Integer.BYTES;

    private final ExpandableArrayBuffer queue = new ExpandableArrayBuffer(USUAL_BYTES);
    private int readIndex;
    private int writeIndex;

    MutableDirectBuffer buffer() {
        return queue;
    }

    /** Index at which the next message is written. */
    int begin() {
        return writeIndex + MESSAGE;
    }

    void end(final int length, final long dueNs) {
        queue.putLong(writeIndex + DUE, dueNs);
        queue.putInt(writeIndex + LENGTH, length);
        writeIndex += MESSAGE + length;
    }

    void add(final DirectBuffer message, final int offset, final int length, final long dueNs) {
        queue.putBytes(begin(), message, offset, length);
        end(length, dueNs);
    }

    boolean isEmpty() {
        return readIndex == writeIndex;
    }

    /** When the first message is due, Long.MAX_VALUE when there is none. */
    long dueNs() {
        return isEmpty() ? Long.MAX_VALUE : queue.getLong(readIndex + DUE);
    }

    /** Index of the first message. */
    int first() {
        return readIndex + MESSAGE;
    }

    int firstLength() {
        return queue.getInt(readIndex + LENGTH);
    }

    /** Removes the first message; its bytes stay as they are until the next one is written. */
    void removeFirst() {
        readIndex += MESSAGE + firstLength();
        if (readIndex == writeIndex) {
            readIndex = 0;
            writeIndex = 0;
        } else if (readIndex >= COMPACT_FROM) {
            queue.putBytes(0, queue, readIndex, writeIndex - readIndex);
            writeIndex -= readIndex;
            readIndex = 0;
        }
    }
}
