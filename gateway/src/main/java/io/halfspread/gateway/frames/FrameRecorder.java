package io.halfspread.gateway.frames;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.gateway.ingress.FrameTap;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Keeps raw frames in a gzip file that {@link FrameFile} reads: {@code <19-digit receive time, ns> <frame>} a line. The
 * ring writer's thread only copies a frame; a thread of its own compresses and writes. When that falls behind or the disk
 * fails, frames are lost and counted rather than the ring writer held up. What was written more than a second ago survives
 * the death of the process.
 */
@HotPath
public final class FrameRecorder implements FrameTap, AutoCloseable {
    private static final int QUEUE_BYTES = 1 << 24;
    private static final int FRAME = 1;
    private static final int BATCH = 1024;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int TIME_DIGITS = 19;
    private static final long FLUSH_NS = 1_000_000_000L;
    private static final long NAP_NS = 1_000_000L;
    private static final long PATIENCE_MS = 5_000;

    private final OneToOneRingBuffer queue = new OneToOneRingBuffer(new UnsafeBuffer(BufferUtil.allocateDirectAligned(
            QUEUE_BYTES + RingBufferDescriptor.TRAILER_LENGTH, BitUtil.CACHE_LINE_LENGTH)));
    private final MessageHandler onQueued = this::onQueued;
    private final OutputStream out;
    private final Thread thread = new Thread(this::run, "frames");
    private byte[] line = new byte[BUFFER_BYTES];
    private boolean unflushed;
    private volatile boolean closing;
    private volatile long lost;
    private volatile String trouble;

    private FrameRecorder(final OutputStream out) {
        this.out = out;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Begins a file.
     *
     * @param file must not exist
     * @return the recorder
     * @throws IOException when the file cannot be made
     */
    @ColdPath("once")
    public static FrameRecorder open(final Path file) throws IOException {
        final OutputStream raw = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new FrameRecorder(new BufferedOutputStream(new GZIPOutputStream(raw, BUFFER_BYTES, true), BUFFER_BYTES));
    }

    @Override
    public void onFrame(final long ingestNs, final DirectBuffer buffer, final int offset, final int length) {
        final int claimed = length > queue.maxMsgLength() - Long.BYTES || trouble != null
                ? 0
                : queue.tryClaim(FRAME, Long.BYTES + length);
        if (claimed <= 0) {
            lost = lost + 1;
            return;
        }
        queue.buffer().putLong(claimed, ingestNs, ByteOrder.LITTLE_ENDIAN);
        queue.buffer().putBytes(claimed + Long.BYTES, buffer, offset, length);
        queue.commit(claimed);
    }

    /**
     * Frames that are not in the file, since the disk was too slow or failed.
     *
     * @return the count; from any thread
     */
    public long lost() {
        return lost;
    }

    /**
     * What is wrong with the disk.
     *
     * @return a line for people, null when nothing is; from any thread
     */
    @ColdPath("for people")
    public String trouble() {
        return trouble;
    }

    /** Writes what is queued and ends the file. No frame may come any more. */
    @Override
    @ColdPath("once")
    public void close() {
        closing = true;
        try {
            thread.join(PATIENCE_MS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            fail("the disk did not take the last frames within " + PATIENCE_MS / 1000 + " s");
        }
    }

    @ColdPath("on a thread of its own")
    private void run() {
        long flushAtNs = System.nanoTime() + FLUSH_NS;
        while (true) {
            final boolean last = closing;
            final int taken = queue.read(onQueued, BATCH);
            if (unflushed && System.nanoTime() - flushAtNs >= 0) {
                flush();
                flushAtNs = System.nanoTime() + FLUSH_NS;
            }
            if (taken == 0) {
                if (last) {
                    break;
                }
                LockSupport.parkNanos(NAP_NS);
            }
        }
        try {
            out.close();
        } catch (final IOException e) {
            fail(e.toString());
        }
    }

    @ColdPath("on a thread of its own")
    private void onQueued(final int kind, final MutableDirectBuffer buffer, final int index, final int length) {
        final int frameLength = length - Long.BYTES;
        final int total = TIME_DIGITS + 1 + frameLength + 1;
        if (line.length < total) {
            line = new byte[BitUtil.findNextPositivePowerOfTwo(total)];
        }
        long digits = buffer.getLong(index, ByteOrder.LITTLE_ENDIAN);
        for (int i = TIME_DIGITS - 1; i >= 0; i--) {
            line[i] = (byte) ('0' + digits % 10);
            digits /= 10;
        }
        line[TIME_DIGITS] = ' ';
        buffer.getBytes(index + Long.BYTES, line, TIME_DIGITS + 1, frameLength);
        // JSON allows line ends between its tokens only, where a blank says the same.
        for (int i = TIME_DIGITS + 1; i < total - 1; i++) {
            if (line[i] == '\n' || line[i] == '\r') {
                line[i] = ' ';
            }
        }
        line[total - 1] = '\n';
        write(total);
    }

    @ColdPath("on a thread of its own")
    private void write(final int length) {
        try {
            out.write(line, 0, length);
            unflushed = true;
        } catch (final IOException e) {
            fail(e.toString());
        }
    }

    @ColdPath("on a thread of its own")
    private void flush() {
        try {
            out.flush();
            unflushed = false;
        } catch (final IOException e) {
            fail(e.toString());
        }
    }

    @ColdPath("when the disk fails")
    private void fail(final String cause) {
        if (trouble == null) {
            trouble = "raw frames cannot be written: " + cause;
        }
    }
}
