package io.halfspread.codec.json;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Maps names to small numbers: open addressing over their length, first and last eight bytes. Adding allocates, looking
 * up does not. Written by one thread, and not while another looks up.
 */
@HotPath
public final class NameTable {
    /** Number of a name that was never added. */
    public static final int UNKNOWN = -1;

    private static final int FIRST_SLOTS = 16;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private UnsafeBuffer[] names = new UnsafeBuffer[FIRST_SLOTS];
    private long[] heads = new long[FIRST_SLOTS];
    private long[] tails = new long[FIRST_SLOTS];
    private int[] numbers = new int[FIRST_SLOTS];
    private int size;

    /**
     * Makes a table whose names are numbered from 0 in the order given.
     *
     * @param known the names; none for an empty table
     */
    public NameTable(final String... known) {
        for (int i = 0; i < known.length; i++) {
            add(known[i], i);
        }
    }

    /**
     * Adds a name, or gives a known one another number.
     *
     * @param name   ASCII or UTF-8 text
     * @param number not negative
     */
    @ColdPath("wiring")
    public void add(final String name, final int number) {
        if (2 * (size + 1) > names.length) {
            grow();
        }
        put(new UnsafeBuffer(name.getBytes(StandardCharsets.UTF_8)), number);
    }

    /**
     * Finds the number of a name.
     *
     * @param buffer holds the name
     * @param offset its first byte
     * @param length its bytes
     * @return its number, {@link #UNKNOWN} when it was never added
     */
    public int find(final DirectBuffer buffer, final int offset, final int length) {
        final long head = word(buffer, offset, Math.min(length, Long.BYTES));
        final long tail = length <= Long.BYTES ? 0 : word(buffer, offset + length - Long.BYTES, Long.BYTES);
        final int slot = slot(head, tail, length, buffer, offset);
        return names[slot] == null ? UNKNOWN : numbers[slot];
    }

    /** The slot of a name, or the free one where it would be. */
    private int slot(final long head, final long tail, final int length, final DirectBuffer buffer, final int offset) {
        final int mask = names.length - 1;
        final long hash = (head ^ tail * 31 ^ length) * SPREAD;
        int slot = (int) (hash >>> Integer.SIZE) & mask;
        UnsafeBuffer name;
        while ((name = names[slot]) != null) {
            if (heads[slot] == head && tails[slot] == tail && name.capacity() == length && same(name, buffer, offset)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static boolean same(final UnsafeBuffer name, final DirectBuffer buffer, final int offset) {
        for (int i = Long.BYTES; i < name.capacity() - Long.BYTES; i++) {
            if (name.getByte(i) != buffer.getByte(offset + i)) {
                return false;
            }
        }
        return true;
    }

    private static long word(final DirectBuffer buffer, final int offset, final int length) {
        if (offset + Long.BYTES <= buffer.capacity()) {
            final long word = buffer.getLong(offset, ByteOrder.LITTLE_ENDIAN);
            return length == Long.BYTES ? word : word & (1L << (length << 3)) - 1;
        }
        long word = 0;
        for (int i = length - 1; i >= 0; i--) {
            word = word << 8 | buffer.getByte(offset + i) & 0xFF;
        }
        return word;
    }

    @ColdPath("wiring")
    private void put(final UnsafeBuffer name, final int number) {
        final int length = name.capacity();
        final long head = word(name, 0, Math.min(length, Long.BYTES));
        final long tail = length <= Long.BYTES ? 0 : word(name, length - Long.BYTES, Long.BYTES);
        final int slot = slot(head, tail, length, name, 0);
        if (names[slot] == null) {
            size++;
        }
        names[slot] = name;
        heads[slot] = head;
        tails[slot] = tail;
        numbers[slot] = number;
    }

    @ColdPath("wiring")
    private void grow() {
        final UnsafeBuffer[] oldNames = names;
        final int[] oldNumbers = numbers;
        names = new UnsafeBuffer[oldNames.length * 2];
        heads = new long[names.length];
        tails = new long[names.length];
        numbers = new int[names.length];
        size = 0;
        for (int i = 0; i < oldNames.length; i++) {
            if (oldNames[i] != null) {
                put(oldNames[i], oldNumbers[i]);
            }
        }
    }
}
