package io.halfspread.engine.capture;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.engine.capture.CaptureException.Cause;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Whether a capture grows, seen from another process: follows its newest segment record by record, by plain reads, so that
 * nothing its writer does with the file can harm the reader. Used by one thread.
 */
public final class CapturePulse implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(CaptureDescriptor.ORDER);
    private final CRC32C crc = new CRC32C();
    private FileChannel channel;
    private int segment = -1;
    private long position;
    private long records;
    private long newestNs = Long.MIN_VALUE;

    /**
     * Prepares to follow a capture.
     *
     * @param folder the capture
     */
    public CapturePulse(final Path folder) {
        this.folder = folder;
    }

    /**
     * Reads what came since the last look.
     *
     * @return whole records that came; those before the newest segment of the first look are not counted
     * @throws CaptureException when the capture cannot be read
     */
    public long look() {
        final long before = records;
        try {
            final int newest = CaptureFolder.begun(folder, Math.max(0, segment)) - 1;
            if (segment < 0 && newest >= 0) {
                enter(newest);
            }
            while (channel != null) {
                readSegment();
                if (segment >= newest) {
                    break;
                }
                enter(segment + 1);
            }
        } catch (final IOException e) {
            throw new CaptureException(Cause.ENVIRONMENT, folder + ": cannot be read: " + e, e);
        }
        return records - before;
    }

    /**
     * Event time of the newest input seen.
     *
     * @return ns since the epoch, {@link Long#MIN_VALUE} before the first
     */
    public long newestNs() {
        return newestNs;
    }

    /** Lets go of the file. */
    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
                channel = null;
            }
        } catch (final IOException e) {
            throw new CaptureException(Cause.ENVIRONMENT, folder + ": cannot be closed: " + e, e);
        }
    }

    private void enter(final int index) throws IOException {
        close();
        channel = FileChannel.open(folder.resolve(CaptureDescriptor.segmentName(index)));
        segment = index;
        position = CaptureDescriptor.SEGMENT_HEADER_LENGTH;
    }

    private void readSegment() throws IOException {
        int taken;
        do {
            chunk.clear();
            channel.read(chunk, position);
            chunk.flip();
            taken = readChunk();
            position += taken;
        } while (taken > 0);
    }

    /** Reads the whole records of a chunk; returns their bytes. */
    private int readChunk() {
        int at = 0;
        while (chunk.limit() - at >= CaptureDescriptor.RECORD_HEADER_LENGTH) {
            final int length = chunk.getInt(at);
            if (length < CaptureDescriptor.MIN_MESSAGE_LENGTH || length > CaptureDescriptor.MAX_MESSAGE_LENGTH) {
                return at;
            }
            final int next = at + CaptureDescriptor.recordLength(length);
            if (next > chunk.limit() || !isWhole(at, length, next)) {
                return at;
            }
            records++;
            if (chunk.getInt(at + CaptureDescriptor.KIND_OFFSET) == CaptureDescriptor.INPUT) {
                newestNs = Math.max(
                        newestNs,
                        chunk.getLong(
                                at + CaptureDescriptor.RECORD_HEADER_LENGTH + MessageHeaderDecoder.ENCODED_LENGTH));
            }
            at = next;
        }
        return at;
    }

    private boolean isWhole(final int at, final int length, final int next) {
        if (chunk.getInt(at + CaptureDescriptor.SECOND_LENGTH_OFFSET) != length) {
            return false;
        }
        crc.reset();
        crc.update(chunk.array(), at + CaptureDescriptor.CHECKED_OFFSET, next - at - CaptureDescriptor.CHECKED_OFFSET);
        return (int) crc.getValue() == chunk.getInt(at + CaptureDescriptor.CHECKSUM_OFFSET);
    }
}
