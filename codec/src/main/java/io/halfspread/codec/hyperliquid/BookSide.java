package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.BookSnapshotEncoder.BidsEncoder;
import io.halfspread.codec.memory.ArrayWords;
import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One side of a book, best level first, valid until the next frame is decoded. The levels are kept as entries of the book
 * event's SBE groups, so that a side goes into a ring slot in one copy.
 */
@HotPath
public final class BookSide {
    /** Levels kept; deeper ones are checked and left out. */
    public static final int MAX_LEVELS = 20;

    private static final int ENTRY_LENGTH = BidsEncoder.sbeBlockLength();
    private static final int PX_OFFSET = BidsEncoder.pxEncodingOffset();
    private static final int SZ_OFFSET = BidsEncoder.szEncodingOffset();
    private static final int ORDERS_OFFSET = BidsEncoder.ordersEncodingOffset();
    private static final long ORDERS_MASK = 0xFFFF_FFFFL;

    private final byte[] bytes = new byte[MAX_LEVELS * ENTRY_LENGTH];
    private final UnsafeBuffer entries = new UnsafeBuffer(bytes);
    private int size;

    /** Creates an empty side. */
    public BookSide() {}

    /**
     * Number of levels.
     *
     * @return 0 to {@link #MAX_LEVELS}
     */
    public int size() {
        return size;
    }

    /**
     * Price of a level.
     *
     * @param level 0 is the best
     * @return decimal8, positive
     */
    public long px(final int level) {
        return entries.getLong(level * ENTRY_LENGTH + PX_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Total size at a level.
     *
     * @param level 0 is the best
     * @return decimal8, not negative
     */
    public long sz(final int level) {
        return entries.getLong(level * ENTRY_LENGTH + SZ_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Orders at a level.
     *
     * @param level 0 is the best
     * @return count, below 2^32 - 1
     */
    public long orders(final int level) {
        return entries.getInt(level * ENTRY_LENGTH + ORDERS_OFFSET, ByteOrder.LITTLE_ENDIAN) & ORDERS_MASK;
    }

    /**
     * Copies the levels as the entries of a group of the book event.
     *
     * @param target takes them
     * @param index  where the first entry begins
     * @return bytes written
     */
    public int copyEntries(final MutableDirectBuffer target, final int index) {
        final int length = size * ENTRY_LENGTH;
        target.putBytes(index, entries, 0, length);
        return length;
    }

    /** Removes all levels. */
    public void clear() {
        size = 0;
    }

    /**
     * Adds a level behind the last; beyond {@link #MAX_LEVELS} it is left out.
     *
     * @param levelPx     decimal8, positive
     * @param levelSz     decimal8, not negative
     * @param levelOrders count, below 2^32 - 1
     */
    public void append(final long levelPx, final long levelSz, final long levelOrders) {
        if (size < MAX_LEVELS) {
            final int entry = size * ENTRY_LENGTH;
            ArrayWords.putLong(bytes, entry + PX_OFFSET, levelPx);
            ArrayWords.putLong(bytes, entry + SZ_OFFSET, levelSz);
            ArrayWords.putInt(bytes, entry + ORDERS_OFFSET, (int) levelOrders);
            size++;
        }
    }
}
