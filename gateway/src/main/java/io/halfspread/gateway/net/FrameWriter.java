package io.halfspread.gateway.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes the frames a client sends: one whole text message each, masked as RFC 6455 asks, into a pooled direct buffer.
 * Nothing is allocated beyond that buffer. For one thread.
 */
final class FrameWriter {
    private static final int LONGEST_HEADER = 14;
    private static final byte FINAL_TEXT = (byte) (0x80 | FrameHeader.TEXT);
    private static final int MASKED = 0x80;
    private static final int LONGEST_SHORT = 125;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int LARGEST_16 = 0xFFFF;
    private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;

    private final UnsafeBuffer target = new UnsafeBuffer(0, 0);
    private long maskState;

    /** Creates a writer whose masks follow from a seed. */
    FrameWriter(final long seed) {
        maskState = seed;
    }

    /** The frame of a text, to be written and released by the channel. */
    ByteBuf text(final ByteBufAllocator allocator, final DirectBuffer text, final int offset, final int length) {
        final ByteBuf frame = allocator.directBuffer(LONGEST_HEADER + length);
        wrap(frame, LONGEST_HEADER + length);
        target.putByte(0, FINAL_TEXT);
        int at = putLength(length);
        final int mask = nextMask();
        target.putInt(at, mask, ByteOrder.LITTLE_ENDIAN);
        at += Integer.BYTES;
        putMasked(at, text, offset, length, mask);
        frame.writerIndex(at + length);
        return frame;
    }

    private int putLength(final int length) {
        if (length <= LONGEST_SHORT) {
            target.putByte(1, (byte) (MASKED | length));
            return 2;
        }
        if (length <= LARGEST_16) {
            target.putByte(1, (byte) (MASKED | LENGTH_16));
            target.putShort(2, (short) length, ByteOrder.BIG_ENDIAN);
            return 2 + Short.BYTES;
        }
        target.putByte(1, (byte) (MASKED | LENGTH_64));
        target.putLong(2, length, ByteOrder.BIG_ENDIAN);
        return 2 + Long.BYTES;
    }

    private void putMasked(final int at, final DirectBuffer text, final int offset, final int length, final int mask) {
        final long wideMask = mask & 0xFFFF_FFFFL | (long) mask << Integer.SIZE;
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            target.putLong(
                    at + i, text.getLong(offset + i, ByteOrder.LITTLE_ENDIAN) ^ wideMask, ByteOrder.LITTLE_ENDIAN);
        }
        for (; i < length; i++) {
            target.putByte(at + i, (byte) (text.getByte(offset + i) ^ mask >>> Byte.SIZE * (i & 3)));
        }
    }

    /** Another mask for every frame, which nobody who chooses the text can foresee: SplitMix64. */
    private int nextMask() {
        maskState += GOLDEN_GAMMA;
        long mixed = (maskState ^ maskState >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return (int) (mixed ^ mixed >>> 31);
    }

    private void wrap(final ByteBuf frame, final int capacity) {
        if (frame.hasMemoryAddress()) {
            target.wrap(frame.memoryAddress(), capacity);
        } else {
            final ByteBuffer window = frame.internalNioBuffer(0, capacity);
            target.wrap(window, window.position(), capacity);
        }
    }
}
