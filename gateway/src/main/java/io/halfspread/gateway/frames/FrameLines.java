package io.halfspread.gateway.frames;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Lines of a stream, in a buffer that never grows beyond the longest line accepted. A longer line is passed over and
 * marked. A stream that fails ends here: what was read of its last line is dropped and the failure kept.
 */
public final class FrameLines implements AutoCloseable {
    private static final int FIRST_CAPACITY = 1 << 18;
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long NEWLINES = LOW_BITS * '\n';

    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private final InputStream in;
    private final int maxLineBytes;
    private byte[] data = new byte[FIRST_CAPACITY];
    private int lineStart;
    private int lineEnd;
    private int nextStart;
    private int filled;
    private long number;
    private boolean tooLong;
    private boolean ended;
    private IOException failure;

    /**
     * Reads a stream.
     *
     * @param in           the text
     * @param maxLineBytes longest line accepted
     */
    public FrameLines(final InputStream in, final int maxLineBytes) {
        this.in = in;
        this.maxLineBytes = maxLineBytes;
        buffer.wrap(data);
    }

    /**
     * Goes to the next line, without its end.
     *
     * @return false at the end of the stream or at its failure
     */
    public boolean next() {
        tooLong = false;
        int scanned = nextStart;
        while (true) {
            final int newline = findNewline(scanned);
            if (newline >= 0) {
                return found(newline, newline + 1);
            }
            if (ended) {
                return failure == null && (filled > nextStart || tooLong) && found(filled, filled);
            }
            if (filled - nextStart > maxLineBytes) {
                tooLong = true;
                filled = nextStart;
            }
            scanned = filled;
            scanned -= fill();
        }
    }

    private boolean found(final int end, final int next) {
        lineStart = nextStart;
        lineEnd = end > lineStart && data[end - 1] == '\r' ? end - 1 : end;
        nextStart = next;
        number++;
        tooLong |= lineEnd - lineStart > maxLineBytes;
        return true;
    }

    /**
     * Buffer that holds the current line.
     *
     * @return the buffer, valid until {@link #next()}
     */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    /**
     * First byte of the current line.
     *
     * @return index in {@link #buffer()}
     */
    public int offset() {
        return lineStart;
    }

    /**
     * Length of the current line.
     *
     * @return bytes
     */
    public int length() {
        return lineEnd - lineStart;
    }

    /**
     * Number of the current line.
     *
     * @return the number from 1; at the end the number of lines
     */
    public long number() {
        return number;
    }

    /**
     * Whether the current line is longer than accepted.
     *
     * @return true when its bytes are not all there
     */
    public boolean tooLong() {
        return tooLong;
    }

    /**
     * Why the stream ended early.
     *
     * @return the failure, null when there was none
     */
    public IOException failure() {
        return failure;
    }

    /** Makes room, reads more, and returns by how much the unread bytes moved down. */
    private int fill() {
        int moved = 0;
        if (filled == data.length) {
            moved = nextStart;
            if (moved > 0) {
                System.arraycopy(data, nextStart, data, 0, filled - nextStart);
                filled -= moved;
                nextStart = 0;
            } else {
                data = Arrays.copyOf(data, data.length * 2);
                buffer.wrap(data);
            }
        }
        try {
            final int n = in.read(data, filled, data.length - filled);
            ended = n < 0;
            filled += Math.max(n, 0);
        } catch (final IOException e) {
            failure = e;
            ended = true;
        }
        return moved;
    }

    private int findNewline(final int from) {
        int index = from;
        for (; index + Long.BYTES <= filled; index += Long.BYTES) {
            final long word = buffer.getLong(index, ByteOrder.LITTLE_ENDIAN) ^ NEWLINES;
            final long hit = word - LOW_BITS & ~word & HIGH_BITS;
            if (hit != 0) {
                return index + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        for (; index < filled; index++) {
            if (data[index] == '\n') {
                return index;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
