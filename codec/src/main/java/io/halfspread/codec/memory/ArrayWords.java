package io.halfspread.codec.memory;

import io.halfspread.codec.contract.HotPath;
import java.nio.ByteOrder;
import org.agrona.UnsafeApi;

/**
 * Little-endian words at any byte of an array, without the checks and the barriers that a buffer over memory of any kind
 * brings: such a buffer's fields are loaded again at each access. The caller has proven every index; nothing is checked.
 */
@HotPath
public final class ArrayWords {
    private static final long BASE = UnsafeApi.arrayBaseOffset(byte[].class);
    private static final boolean SWAPPED = ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN;

    private ArrayWords() {}

    /**
     * Reads eight bytes.
     *
     * @param bytes the array
     * @param index the first of them
     * @return the word, its lowest byte being the first
     */
    public static long longAt(final byte[] bytes, final long index) {
        final long word = UnsafeApi.getLong(bytes, BASE + index);
        return SWAPPED ? Long.reverseBytes(word) : word;
    }

    /**
     * Reads one byte.
     *
     * @param bytes the array
     * @param index where it is
     * @return the byte
     */
    public static byte byteAt(final byte[] bytes, final long index) {
        return UnsafeApi.getByte(bytes, BASE + index);
    }

    /**
     * Writes eight bytes.
     *
     * @param bytes the array
     * @param index the first of them
     * @param word  its lowest byte comes first
     */
    public static void putLong(final byte[] bytes, final long index, final long word) {
        UnsafeApi.putLong(bytes, BASE + index, SWAPPED ? Long.reverseBytes(word) : word);
    }

    /**
     * Writes four bytes.
     *
     * @param bytes the array
     * @param index the first of them
     * @param word  its lowest byte comes first
     */
    public static void putInt(final byte[] bytes, final long index, final int word) {
        UnsafeApi.putInt(bytes, BASE + index, SWAPPED ? Integer.reverseBytes(word) : word);
    }
}
