package io.halfspread.engine.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The file of one segment while it is written. Its zeros are really written before it is mapped, so that a full disk shows
 * as an {@link IOException} here and not as a fault in the middle of an append.
 */
final class MappedSegment {
    private static final int CHUNK = 1 << 20;
    private static final int AHEAD = 2 << 20;

    private final int index;
    private final Path file;
    private final FileChannel channel;
    private final MappedByteBuffer memory;
    private final SegmentAppender appender;
    private final UnsafeBuffer words;
    private int forced;

    private MappedSegment(final int index, final Path file, final FileChannel channel, final MappedByteBuffer memory) {
        this.index = index;
        this.file = file;
        this.channel = channel;
        this.memory = memory;
        this.appender = new SegmentAppender(memory);
        this.words = new UnsafeBuffer(memory);
    }

    static MappedSegment create(final Path folder, final int index, final int length) throws IOException {
        final Path file = folder.resolve(CaptureDescriptor.segmentName(index));
        final FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            fill(channel, length);
            final MappedByteBuffer memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, length);
            touch(memory);
            return new MappedSegment(index, file, channel, memory);
        } catch (final IOException | InternalError e) {
            channel.close();
            Files.deleteIfExists(file);
            throw e instanceof IOException ? (IOException) e : new IOException(e.getMessage(), e);
        }
    }

    SegmentAppender begin(final long contentId, final long firstInput, final long firstOutput) {
        SegmentHeader.of(index, contentId, firstInput, firstOutput).write(new UnsafeBuffer(memory), memory);
        return appender;
    }

    /** Forces what was written since the last time, no more: a page that was forced costs its next writer a fault. */
    void force() {
        final int used = appender.used();
        memory.force(forced, used - forced);
        forced = used;
        readyAhead();
    }

    /**
     * Takes the faults of the pages that come next, which the kernel has written back and protected since they were made.
     * Adding zero atomically writes to a page and changes nothing, even where the appender is writing.
     */
    void readyAhead() {
        final int used = appender.used();
        final int end = (int) Math.min((long) used + AHEAD, memory.capacity());
        for (int at = used - used % CaptureSettings.PAGE; at < end; at += CaptureSettings.PAGE) {
            words.getAndAddLong(at, 0);
        }
    }

    /** Cuts the file to what is used, forces it and lets go of it. */
    SegmentEntry seal() throws IOException {
        final int used = appender.used();
        final String sha256 = Sha256.of(memory, used);
        try {
            memory.force(0, used);
        } finally {
            IoUtil.unmap(memory);
            try (channel) {
                channel.truncate(used);
                channel.force(true);
            }
        }
        return new SegmentEntry(file.getFileName().toString(), used, appender.records(), sha256);
    }

    /** Deletes a segment that nothing was written to. */
    void discard() throws IOException {
        IoUtil.unmap(memory);
        channel.close();
        Files.deleteIfExists(file);
    }

    private static void fill(final FileChannel channel, final int length) throws IOException {
        final ByteBuffer zeros = ByteBuffer.allocateDirect(Math.min(CHUNK, length));
        for (int written = 0; written < length; ) {
            zeros.position(0).limit(Math.min(zeros.capacity(), length - written));
            written += channel.write(zeros);
        }
    }

    private static void touch(final MappedByteBuffer memory) {
        for (int position = 0; position < memory.capacity(); position += CaptureSettings.PAGE) {
            memory.put(position, (byte) 0);
        }
    }
}
