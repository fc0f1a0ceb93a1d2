package io.halfspread.engine.policy;

import io.halfspread.codec.contract.HotPath;

/** Hash of a policy table: its cells, row by row, by the bits that the events carry. */
@HotPath
public final class TableHash {
    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P4 = 0x85EBCA77C2B2AE63L;

    private TableHash() {}

    /**
     * Covers one more number.
     *
     * @param hash  hash so far, 0 at the beginning
     * @param value number; every NaN counts as the same
     * @return the hash that covers it
     */
    public static long add(final long hash, final double value) {
        return add(hash, Double.doubleToLongBits(value));
    }

    /**
     * Covers one more integer.
     *
     * @param hash hash so far, 0 at the beginning
     * @param bits integer
     * @return the hash that covers it
     */
    public static long add(final long hash, final long bits) {
        return Long.rotateLeft(hash ^ Long.rotateLeft(bits * P2, 31) * P1, 27) * P1 + P4;
    }

    /**
     * Covers one cell.
     *
     * @param hash   hash so far
     * @param bidBps bid offset, NaN when not quoted
     * @param askBps ask offset, NaN when not quoted
     * @param buys   taker buys
     * @param sells  taker sells
     * @return the hash that covers it
     */
    public static long addCell(
            final long hash, final double bidBps, final double askBps, final float buys, final float sells) {
        return add(
                add(add(hash, bidBps), askBps),
                (long) Float.floatToIntBits(buys) << 32 | Float.floatToIntBits(sells) & 0xFFFFFFFFL);
    }
}
