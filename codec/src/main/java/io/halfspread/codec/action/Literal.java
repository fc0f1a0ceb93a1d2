package io.halfspread.codec.action;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.MutableDirectBuffer;

/**
 * A constant text that is written by words: a short copy by a library call costs more than its bytes. The last word overlaps the
 * one before, so that nothing is written behind the text. A record, since the compiler takes the fields of a constant record for
 * constants and leaves only the stores.
 *
 * @param length bytes, 0 to 40
 * @param first  bytes 0 to 7, the first one lowest; what there is of them
 * @param second bytes 8 to 15, where the text has so many
 * @param third  bytes 16 to 23, where the text has so many
 * @param fourth bytes 24 to 31, where the text has so many
 * @param last   the last 8 bytes, or the last 4 of a shorter text
 */
@HotPath
record Literal(int length, long first, long second, long third, long fourth, long last) {
    private static final int MAX_LENGTH = 5 * Long.BYTES;

    /** A text of characters below 256, a byte each. */
    @ColdPath("at class loading")
    static Literal of(final String latin1) {
        final byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > MAX_LENGTH) {
            throw new IllegalArgumentException("longer than " + MAX_LENGTH + " bytes: " + latin1);
        }
        final int wide = bytes.length >= Long.BYTES ? Long.BYTES : Integer.BYTES;
        return new Literal(
                bytes.length,
                word(bytes, 0),
                word(bytes, Long.BYTES),
                word(bytes, 2 * Long.BYTES),
                word(bytes, 3 * Long.BYTES),
                word(bytes, Math.max(0, bytes.length - wide)));
    }

    @ColdPath("at class loading")
    private static long word(final byte[] bytes, final int from) {
        long word = 0;
        for (int i = Math.min(bytes.length, from + Long.BYTES) - 1; i >= from; i--) {
            word = word << Byte.SIZE | bytes[i] & 0xFF;
        }
        return word;
    }

    /** Writes the text and returns the index behind it. */
    int put(final MutableDirectBuffer buffer, final int index) {
        final int end = index + length;
        if (length >= Long.BYTES) {
            putLong(buffer, index, end);
        } else if (length >= Integer.BYTES) {
            buffer.putInt(index, (int) first, ByteOrder.LITTLE_ENDIAN);
            buffer.putInt(end - Integer.BYTES, (int) last, ByteOrder.LITTLE_ENDIAN);
        } else {
            for (int i = 0; i < length; i++) {
                buffer.putByte(index + i, (byte) (first >>> i * Byte.SIZE));
            }
        }
        return end;
    }

    private void putLong(final MutableDirectBuffer buffer, final int index, final int end) {
        buffer.putLong(index, first, ByteOrder.LITTLE_ENDIAN);
        if (length >= 2 * Long.BYTES) {
            buffer.putLong(index + Long.BYTES, second, ByteOrder.LITTLE_ENDIAN);
        }
        if (length >= 3 * Long.BYTES) {
            buffer.putLong(index + 2 * Long.BYTES, third, ByteOrder.LITTLE_ENDIAN);
        }
        if (length >= 4 * Long.BYTES) {
            buffer.putLong(index + 3 * Long.BYTES, fourth, ByteOrder.LITTLE_ENDIAN);
        }
        buffer.putLong(end - Long.BYTES, last, ByteOrder.LITTLE_ENDIAN);
    }
}
