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
 * at any time and a mapped page behind the end of a file is a fault.
 */
final class SegmentMemory implements AutoCloseable {
    private final String name;
    private final ByteBuffer memory;
    private final ByteBuffer bytes;
    private final UnsafeBuffer buffer;

    private SegmentMemory(final String name, final ByteBuffer memory) {
        this.name = name;
        this.memory = memory;
        this.bytes = memory.slice();
        this.buffer = new UnsafeBuffer(bytes);
    }

    static SegmentMemory map(final Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new SegmentMemory(name(file), channel.map(FileChannel.MapMode.READ_ONLY, 0, sizeOf(channel)));
        }
    }

    static SegmentMemory copy(final Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            final ByteBuffer copy = ByteBuffer.allocateDirect((int) sizeOf(channel));
            while (copy.hasRemaining() && channel.read(copy) >= 0) {
                Thread.onSpinWait();
            }
            copy.flip();
            return new SegmentMemory(name(file), copy);
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

    @Override
    public void close() {
        buffer.wrap(0, 0);
        BufferUtil.free(memory);
    }

    private static long sizeOf(final FileChannel channel) throws IOException {
        return Math.min(channel.size(), CaptureSettings.MAX_SEGMENT_LENGTH);
    }

    private static String name(final Path file) {
        return file.getFileName().toString();
    }
}
