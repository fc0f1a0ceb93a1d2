package io.halfspread.codec.json;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/**
 * Maps names to small numbers: open addressing over their bytes. Adding allocates, looking up does not. Written by one
 * thread, and not while another looks up.
 */
@HotPath
public final class NameTable {
    /** Number of a name that was never added. */
    public static final int UNKNOWN = -1;

    private byte[][] names;
    private int[] numbers;
    private int size;

    /**
     * Makes a table whose names are numbered from 0 in the order given.
     *
     * @param known the names; none for an empty table
     */
    public NameTable(final String... known) {
        names = new byte[16][];
        numbers = new int[16];
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
        add(name.getBytes(StandardCharsets.UTF_8), number);
    }

    @ColdPath("wiring")
    private void add(final byte[] name, final int number) {
        if (2 * (size + 1) > names.length) {
            grow();
        }
        int slot = hash(name) & names.length - 1;
        while (names[slot] != null && !java.util.Arrays.equals(names[slot], name)) {
            slot = slot + 1 & names.length - 1;
        }
        if (names[slot] == null) {
            size++;
        }
        names[slot] = name;
        numbers[slot] = number;
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
        final int mask = names.length - 1;
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + buffer.getByte(offset + i);
        }
        int slot = spread(hash) & mask;
        byte[] name;
        while ((name = names[slot]) != null) {
            if (same(name, buffer, offset, length)) {
                return numbers[slot];
            }
            slot = slot + 1 & mask;
        }
        return UNKNOWN;
    }

    private static boolean same(final byte[] name, final DirectBuffer buffer, final int offset, final int length) {
        if (name.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name[i] != buffer.getByte(offset + i)) {
                return false;
            }
        }
        return true;
    }

    private static int hash(final byte[] name) {
        int hash = name.length;
        for (final byte b : name) {
            hash = hash * 31 + b;
        }
        return spread(hash);
    }

    private static int spread(final int hash) {
        return hash ^ hash >>> 15;
    }

    @ColdPath("wiring")
    private void grow() {
        final byte[][] oldNames = names;
        final int[] oldNumbers = numbers;
        names = new byte[oldNames.length * 2][];
        numbers = new int[oldNames.length * 2];
        size = 0;
        for (int i = 0; i < oldNames.length; i++) {
            if (oldNames[i] != null) {
                add(oldNames[i], oldNumbers[i]);
            }
        }
    }
}
