package io.halfspread.gateway.net;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * The first bytes of an RFC 6455 frame sent by a server.
 *
 * <pre>
 *    byte 0                          byte 1                      then
 *   +-----+-----------+-----------+ +------+------------------+ +---------------------------------+
 *   | FIN | reserved 3| opcode 4  | | mask | length 7         | | length: 126 as u16, 127 as u64  |
 *   +-----+-----------+-----------+ +------+------------------+ +---------------------------------+
 * </pre>
 */
final class FrameHeader {
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    private static final int LONGEST = 10;
    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0F;
    private static final int MASK = 0x80;
    private static final int SHORT_LENGTH = 0x7F;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int MAX_CONTROL_PAYLOAD = 125;

    private int first;
    private int second;
    private int length;
    private long payloadLength;

    /** Reads the header at an index; false when not all of it is there. */
    boolean read(final DirectBuffer buffer, final int index, final int available) {
        if (available < 2) {
            return false;
        }
        first = buffer.getByte(index) & 0xFF;
        second = buffer.getByte(index + 1) & 0xFF;
        final int shortLength = second & SHORT_LENGTH;
        length = shortLength == LENGTH_64 ? LONGEST : shortLength == LENGTH_16 ? 2 + Short.BYTES : 2;
        if (available < length) {
            return false;
        }
        payloadLength = shortLength == LENGTH_64
                ? buffer.getLong(index + 2, ByteOrder.BIG_ENDIAN)
                : shortLength == LENGTH_16 ? buffer.getShort(index + 2, ByteOrder.BIG_ENDIAN) & 0xFFFF : shortLength;
        return true;
    }

    /** What is wrong with it, given whether a fragmented message is under way; null when nothing is. */
    String fault(final boolean inMessage) {
        final int opcode = opcode();
        if ((first & RESERVED) != 0) {
            return "reserved bits set though no extension was agreed";
        }
        if ((second & MASK) != 0) {
            return "masked frame from a server";
        }
        if (payloadLength < 0) {
            return "negative length";
        }
        if (opcode > PONG || opcode > BINARY && opcode < CLOSE) {
            return "unknown opcode";
        }
        if (opcode >= CLOSE) {
            return !isFinal() || payloadLength > MAX_CONTROL_PAYLOAD ? "fragmented or long control frame" : null;
        }
        if (opcode == CONTINUATION != inMessage) {
            return inMessage ? "new message within a fragmented one" : "continuation of nothing";
        }
        return null;
    }

    int opcode() {
        return first & OPCODE;
    }

    boolean isFinal() {
        return (first & FIN) != 0;
    }

    int length() {
        return length;
    }

    long payloadLength() {
        return payloadLength;
    }

    long frameLength() {
        return length + payloadLength;
    }
}
