package io.halfspread.gateway.sign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that holds one number: no nonce up to it may be used again. It is replaced as a whole, so that a crash leaves the
 * old number or the new one. A lock beside it keeps a second process away; the system gives it back when this one dies.
 */
final class HighWaterMark implements AutoCloseable {
    static final long NONE = 0;

    private static final int LONGEST = 20;

    private final Path file;
    private final Path next;
    private final FileChannel lock;

    private HighWaterMark(final Path file, final FileChannel lock) {
        this.file = file;
        this.next = beside(file, ".new");
        this.lock = lock;
    }

    /** Takes the file for this process. */
    static HighWaterMark open(final Path file) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        final FileChannel lock =
                FileChannel.open(beside(file, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return new HighWaterMark(file, lock);
            }
        } catch (final OverlappingFileLockException e) {
            lock.close();
            throw inUse(file, "this process");
        }
        lock.close();
        throw inUse(file, "another process");
    }

    private static Path beside(final Path file, final String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static IOException inUse(final Path file, final String owner) {
        return new IOException(file + ": " + owner + " signs with this key already; stop it, or use another key");
    }

    /** The number, {@link #NONE} when there is no file yet. */
    long read() throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        final String text = Files.size(file) > LONGEST
                ? ""
                : Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        try {
            final long mark = Long.parseLong(text);
            if (mark >= 0) {
                return mark;
            }
        } catch (final NumberFormatException e) {
            throw damaged();
        }
        throw damaged();
    }

    private IOException damaged() {
        return new IOException(
                file + ": holds no nonce; accepted: one number of milliseconds since the epoch, not below"
                        + " the last nonce used with this key");
    }

    /** Replaces the number, on the disk when this returns. */
    void write(final long mark) throws IOException {
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            final ByteBuffer text = ByteBuffer.wrap((mark + "\n").getBytes(StandardCharsets.US_ASCII));
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
