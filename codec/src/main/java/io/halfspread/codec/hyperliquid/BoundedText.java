package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.json.JsonCursor;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A short UTF-8 text copied out of a frame, cut on a character when too long. Valid until the next frame is decoded. */
@HotPath
public final class BoundedText {
    private final UnsafeBuffer buffer;
    private int length;

    BoundedText(final int capacity) {
        buffer = new UnsafeBuffer(new byte[capacity]);
    }

    /**
     * Holds the text from index 0.
     *
     * @return the buffer
     */
    public DirectBuffer buffer() {
        return buffer;
    }

    /**
     * Length of the text.
     *
     * @return bytes
     */
    public int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** Copies the string the cursor read last. */
    void copy(final JsonCursor cursor) {
        final DirectBuffer source = cursor.textBuffer();
        int bytes = cursor.textLength();
        if (bytes > buffer.capacity()) {
            bytes = buffer.capacity();
            while (bytes > 0 && (source.getByte(cursor.textOffset() + bytes) & 0xC0) == 0x80) {
                bytes--;
            }
        }
        buffer.putBytes(0, source, cursor.textOffset(), bytes);
        length = bytes;
    }
}
