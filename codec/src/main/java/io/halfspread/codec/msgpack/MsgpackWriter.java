package io.halfspread.codec.msgpack;

import io.halfspread.codec.contract.HotPath;
import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes single MessagePack values, each in its shortest form. Every method returns the index behind what it wrote, so that
 * calls chain; the buffer must have room. Stateless and without allocation. Source: the MessagePack specification.
 */
@HotPath
public final class MsgpackWriter {
    private static final int FIX_MAP = 0x80;
    private static final int FIX_ARRAY = 0x90;
    private static final int FIX_TEXT = 0xA0;
    private static final int NIL = 0xC0;
    private static final int FALSE = 0xC2;
    private static final int TRUE = 0xC3;
    private static final int BINARY = 0xC4;
    private static final int FLOAT_64 = 0xCB;
    private static final int UNSIGNED = 0xCC;
    private static final int SIGNED = 0xD0;
    private static final int TEXT_8 = 0xD9;
    private static final int ARRAY_16 = 0xDC;
    private static final int MAP_16 = 0xDE;

    private static final int MOST_FIX_ELEMENTS = 15;
    private static final int MOST_FIX_TEXT = 31;

    private MsgpackWriter() {}

    /**
     * Begins a map; its keys and values follow in turn.
     *
     * @param members number of pairs, at least 0
     * @param buffer  takes up to 5 bytes
     * @param index   where they begin
     * @return index behind them
     */
    public static int map(final int members, final MutableDirectBuffer buffer, final int index) {
        return head(members, FIX_MAP, MAP_16, buffer, index);
    }

    /**
     * Begins an array; its elements follow.
     *
     * @param elements number of elements, at least 0
     * @param buffer   takes up to 5 bytes
     * @param index    where they begin
     * @return index behind them
     */
    public static int array(final int elements, final MutableDirectBuffer buffer, final int index) {
        return head(elements, FIX_ARRAY, ARRAY_16, buffer, index);
    }

    private static int head(
            final int count, final int fix, final int form16, final MutableDirectBuffer buffer, final int index) {
        if (count <= MOST_FIX_ELEMENTS) {
            return one(fix | count, buffer, index);
        }
        if (count <= 0xFFFF) {
            return two(count, buffer, one(form16, buffer, index));
        }
        return four(count, buffer, one(form16 + 1, buffer, index));
    }

    /**
     * Begins a text; its UTF-8 bytes follow.
     *
     * @param length number of bytes, at least 0
     * @param buffer takes up to 5 bytes
     * @param index  where they begin
     * @return index behind them
     */
    public static int textHead(final int length, final MutableDirectBuffer buffer, final int index) {
        return length <= MOST_FIX_TEXT ? one(FIX_TEXT | length, buffer, index) : sized(length, TEXT_8, buffer, index);
    }

    /**
     * Writes a text.
     *
     * @param utf8   its bytes
     * @param buffer takes them and up to 5 more
     * @param index  where they begin
     * @return index behind them
     */
    public static int text(final byte[] utf8, final MutableDirectBuffer buffer, final int index) {
        final int at = textHead(utf8.length, buffer, index);
        buffer.putBytes(at, utf8);
        return at + utf8.length;
    }

    /**
     * Writes bytes.
     *
     * @param bytes  the bytes
     * @param buffer takes them and up to 5 more
     * @param index  where they begin
     * @return index behind them
     */
    public static int binary(final byte[] bytes, final MutableDirectBuffer buffer, final int index) {
        final int at = sized(bytes.length, BINARY, buffer, index);
        buffer.putBytes(at, bytes);
        return at + bytes.length;
    }

    private static int sized(final int length, final int form8, final MutableDirectBuffer buffer, final int index) {
        if (length <= 0xFF) {
            return one(length, buffer, one(form8, buffer, index));
        }
        if (length <= 0xFFFF) {
            return two(length, buffer, one(form8 + 1, buffer, index));
        }
        return four(length, buffer, one(form8 + 2, buffer, index));
    }

    /**
     * Writes an integer in the shortest form that holds it, unsigned when it is not negative.
     *
     * @param value  the integer
     * @param buffer takes up to 9 bytes
     * @param index  where they begin
     * @return index behind them
     */
    public static int integer(final long value, final MutableDirectBuffer buffer, final int index) {
        if (value < 0) {
            return negative(value, buffer, index);
        }
        if (value <= 0x7F) {
            return one((int) value, buffer, index);
        }
        if (value <= 0xFF) {
            return one((int) value, buffer, one(UNSIGNED, buffer, index));
        }
        if (value <= 0xFFFF) {
            return two((int) value, buffer, one(UNSIGNED + 1, buffer, index));
        }
        if (value <= 0xFFFF_FFFFL) {
            return four((int) value, buffer, one(UNSIGNED + 2, buffer, index));
        }
        return eight(value, buffer, one(UNSIGNED + 3, buffer, index));
    }

    private static int negative(final long value, final MutableDirectBuffer buffer, final int index) {
        if (value >= -0x20) {
            return one((int) value, buffer, index);
        }
        if (value >= Byte.MIN_VALUE) {
            return one((int) value, buffer, one(SIGNED, buffer, index));
        }
        if (value >= Short.MIN_VALUE) {
            return two((int) value, buffer, one(SIGNED + 1, buffer, index));
        }
        if (value >= Integer.MIN_VALUE) {
            return four((int) value, buffer, one(SIGNED + 2, buffer, index));
        }
        return eight(value, buffer, one(SIGNED + 3, buffer, index));
    }

    /**
     * Writes an integer of 64 bits without a sign.
     *
     * @param value  the integer; the topmost bit counts as 2^63
     * @param buffer takes up to 9 bytes
     * @param index  where they begin
     * @return index behind them
     */
    public static int unsigned(final long value, final MutableDirectBuffer buffer, final int index) {
        return value >= 0 ? integer(value, buffer, index) : eight(value, buffer, one(UNSIGNED + 3, buffer, index));
    }

    /**
     * Writes a double.
     *
     * @param value  the number
     * @param buffer takes 9 bytes
     * @param index  where they begin
     * @return index behind them
     */
    public static int float64(final double value, final MutableDirectBuffer buffer, final int index) {
        return eight(Double.doubleToRawLongBits(value), buffer, one(FLOAT_64, buffer, index));
    }

    /**
     * Writes a boolean.
     *
     * @param value  the boolean
     * @param buffer takes 1 byte
     * @param index  where it lies
     * @return index behind it
     */
    public static int bool(final boolean value, final MutableDirectBuffer buffer, final int index) {
        return one(value ? TRUE : FALSE, buffer, index);
    }

    /**
     * Writes nil.
     *
     * @param buffer takes 1 byte
     * @param index  where it lies
     * @return index behind it
     */
    public static int nil(final MutableDirectBuffer buffer, final int index) {
        return one(NIL, buffer, index);
    }

    private static int one(final int value, final MutableDirectBuffer buffer, final int index) {
        buffer.putByte(index, (byte) value);
        return index + 1;
    }

    private static int two(final int value, final MutableDirectBuffer buffer, final int index) {
        buffer.putShort(index, (short) value, ByteOrder.BIG_ENDIAN);
        return index + 2;
    }

    private static int four(final int value, final MutableDirectBuffer buffer, final int index) {
        buffer.putInt(index, value, ByteOrder.BIG_ENDIAN);
        return index + 4;
    }

    private static int eight(final long value, final MutableDirectBuffer buffer, final int index) {
        buffer.putLong(index, value, ByteOrder.BIG_ENDIAN);
        return index + 8;
    }
}
