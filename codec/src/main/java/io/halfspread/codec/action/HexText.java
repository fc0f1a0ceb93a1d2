package io.halfspread.codec.action;

import io.halfspread.codec.contract.HotPath;
import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;

/** Lower-case hexadecimal text with leading zeros. */
@HotPath
final class HexText {
    static final int PREFIX = 2;

    private HexText() {}

    static int putPrefix(final MutableDirectBuffer buffer, final int index) {
        buffer.putByte(index, (byte) '0');
        buffer.putByte(index + 1, (byte) 'x');
        return index + PREFIX;
    }

    /** Writes 16 digits and returns the index behind them. */
    static int putLong(final long value, final MutableDirectBuffer buffer, final int index) {
        buffer.putLong(index, digits(value >>> Integer.SIZE), ByteOrder.BIG_ENDIAN);
        buffer.putLong(index + Long.BYTES, digits(value & 0xFFFF_FFFFL), ByteOrder.BIG_ENDIAN);
        return index + 2 * Long.BYTES;
    }

    /** The 8 digits of 32 bits, the first one on top: a nibble a byte, then 39 more for each above 9. */
    private static long digits(final long value) {
        long nibbles = (value | value << 16) & 0x0000_FFFF_0000_FFFFL;
        nibbles = (nibbles | nibbles << 8) & 0x00FF_00FF_00FF_00FFL;
        nibbles = (nibbles | nibbles << 4) & 0x0F0F_0F0F_0F0F_0F0FL;
        final long letters = (nibbles + 0x0606_0606_0606_0606L) >>> 4 & 0x0101_0101_0101_0101L;
        return nibbles + 0x3030_3030_3030_3030L + letters * ('a' - '0' - 10);
    }

    /** Writes 2 digits for each byte and returns the index behind them. */
    static int putBytes(final byte[] bytes, final MutableDirectBuffer buffer, final int index) {
        for (int i = 0; i < bytes.length; i++) {
            buffer.putByte(index + 2 * i, digit(bytes[i] >> 4));
            buffer.putByte(index + 2 * i + 1, digit(bytes[i]));
        }
        return index + 2 * bytes.length;
    }

    private static byte digit(final int nibble) {
        final int value = nibble & 0xF;
        return (byte) (value < 10 ? '0' + value : 'a' - 10 + value);
    }
}
