package io.halfspread.engine.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The bytes of one segment for reading: mapped when it is sealed; copied when it is not, since its writer may cut the file
 * at any time and a mapped page behind the end of a file is a fault. Two copies are taken, one after the other: a record that
 * stands whole in the earlier one proves that all before it stand whole in the later one, unless they are damaged.
 */
final class SegmentMemory implements AutoCloseable {
    private final String name;
    private final ByteBuffer memory;
    private final ByteBuffer bytes;
    private final UnsafeBuffer buffer;
    private final SegmentMemory earlier;

    private SegmentMemory(final String name, final ByteBuffer memory, final SegmentMemory earlier) {
        this.name = name;
        this.memory = memory;
        this.bytes = memory.slice();
        this.buffer = new UnsafeBuffer(bytes);
        this.earlier = earlier;
    }

    static SegmentMemory map(final Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new SegmentMemory(name(file), channel.map(FileChannel.MapMode.READ_ONLY, 0, sizeOf(channel)), null);
        }
    }

    static SegmentMemory copy(final Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            final SegmentMemory first = new SegmentMemory(name(file), read(channel), null);
            return new SegmentMemory(name(file), read(channel), first);
        }
    }

    String name() {
        return name;
    }

    ByteBuffer bytes() {
        return bytes;
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    int length() {
        return buffer.capacity();
    }

    /** The copy taken before this one, or this one when it is mapped. */
    SegmentMemory earlier() {
        return earlier == null ? this : earlier;
    }

    @Override
    public void close() {
        buffer.wrap(0, 0);
        BufferUtil.free(memory);
        if (earlier != null) {
            earlier.close();
        }
    }

    private static ByteBuffer read(final FileChannel channel) throws IOException {
        final ByteBuffer copy = ByteBuffer.allocateDirect((int) sizeOf(channel));
        int at = 0;
        while (copy.hasRemaining() && at >= 0) {
            at = channel.read(copy, copy.position());
        }
        return copy.flip();
    }

    private static long sizeOf(final FileChannel channel) throws IOException {
        return Math.min(channel.size(), CaptureSettings.MAX_SEGMENT_LENGTH);
    }

    private static String name(final Path file) {
        return file.getFileName().toString();
    }
}
