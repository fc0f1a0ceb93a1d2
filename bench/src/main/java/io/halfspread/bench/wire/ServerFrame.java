package io.halfspread.bench.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A text message as a server sends it: header and payload in one direct buffer, written again and again. A member
 * {@code "time"} of 13 digits, where there is one, is brought up to date before each write.
 */
final class ServerFrame {
    private static final int FINAL_TEXT = 0x81;
    private static final int LENGTH_16 = 126;
    private static final int LARGEST_SHORT = 125;
    private static final int LARGEST_16 = 0xFFFF;
    private static final int TIME_DIGITS = 13;
    private static final String TIME = "\"time\":";

    private final ByteBuffer bytes;
    private final int timeAt;

    private ServerFrame(final ByteBuffer bytes, final int timeAt) {
        this.bytes = bytes;
        this.timeAt = timeAt;
    }

    /**
     * Frames a text.
     *
     * @param text ASCII, up to 64 KiB
     */
    static ServerFrame of(final String text) {
        final byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        if (payload.length > LARGEST_16) {
            throw new IllegalArgumentException("a frame of " + payload.length + " bytes");
        }
        final ByteBuffer bytes = ByteBuffer.allocateDirect(4 + payload.length);
        putHeader(bytes, payload.length);
        final int header = bytes.position();
        bytes.put(payload).flip();
        final int member = text.indexOf(TIME);
        return new ServerFrame(bytes, member < 0 ? -1 : header + member + TIME.length());
    }

    /** Writes the header of a text message of a length. */
    static void putHeader(final ByteBuffer target, final int length) {
        target.put((byte) FINAL_TEXT);
        if (length <= LARGEST_SHORT) {
            target.put((byte) length);
        } else {
            target.put((byte) LENGTH_16).putShort((short) length);
        }
    }

    /** Sets the time it carries. */
    void time(final long epochMs) {
        if (timeAt < 0) {
            return;
        }
        long left = epochMs;
        for (int i = TIME_DIGITS - 1; i >= 0; i--) {
            bytes.put(timeAt + i, (byte) ('0' + left % 10));
            left /= 10;
        }
    }

    /** Ready to be written from its beginning. */
    ByteBuffer bytes() {
        return bytes.rewind();
    }

    /** Bytes on the wire. */
    int length() {
        return bytes.limit();
    }
}
