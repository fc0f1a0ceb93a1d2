package io.halfspread.codec.action;

import io.halfspread.codec.contract.HotPath;
import org.agrona.MutableDirectBuffer;

/** Lower-case hexadecimal text with leading zeros. */
@HotPath
final class HexText {
    static final int PREFIX = 2;

    private static final int LONG_DIGITS = 16;

    private HexText() {}

    static int putPrefix(final MutableDirectBuffer buffer, final int index) {
        buffer.putByte(index, (byte) '0');
        buffer.putByte(index + 1, (byte) 'x');
        return index + PREFIX;
    }

    /** Writes 16 digits and returns the index behind them. */
    static int putLong(final long value, final MutableDirectBuffer buffer, final int index) {
        for (int i = 0; i < LONG_DIGITS; i++) {
            buffer.putByte(index + i, digit((int) (value >>> 60 - 4 * i)));
        }
        return index + LONG_DIGITS;
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
