package io.halfspread.codec.memory;

import io.halfspread.codec.contract.HotPath;
import java.nio.ByteOrder;
import org.agrona.UnsafeApi;

/**
 * Little-endian words in the memory of a buffer of any kind, for long runs of reads: the buffer is asked once where its
 * memory is, not at each read. The caller has proven every address; nothing is checked.
 */
@HotPath
public final class MemoryWords {
    private static final boolean SWAPPED = ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN;

    private MemoryWords() {}

    /**
     * Reads eight bytes.
     *
     * @param array   the buffer's array, null when it has none
     * @param address address of the first of them, or offset in the array as the buffer gives it
     * @return the word, its lowest byte being the first
     */
    public static long longAt(final byte[] array, final long address) {
        final long word = UnsafeApi.getLong(array, address);
        return SWAPPED ? Long.reverseBytes(word) : word;
    }

    /**
     * Reads four bytes.
     *
     * @param array   the buffer's array, null when it has none
     * @param address address of the first of them, or offset in the array as the buffer gives it
     * @return the word, its lowest byte being the first
     */
    public static int intAt(final byte[] array, final long address) {
        final int word = UnsafeApi.getInt(array, address);
        return SWAPPED ? Integer.reverseBytes(word) : word;
    }

    /**
     * Reads one byte.
     *
     * @param array   the buffer's array, null when it has none
     * @param address its address, or offset in the array as the buffer gives it
     * @return the byte
     */
    public static byte byteAt(final byte[] array, final long address) {
        return UnsafeApi.getByte(array, address);
    }
}
