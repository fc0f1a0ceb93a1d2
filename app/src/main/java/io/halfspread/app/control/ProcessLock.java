package io.halfspread.app.control;

import io.halfspread.app.console.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Keeps a second process away from something. The lock is the system's, on a file that names the process that holds it; it
 * goes back when that process dies in whatever way, so a lock that nobody holds is simply taken over. The file stays.
 */
public final class ProcessLock implements AutoCloseable {
    private static final int LONGEST = 1_000;

    private final FileChannel channel;

    private ProcessLock(final FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes a lock.
     *
     * @param file what is locked; its folder is made
     * @param what what a second process would disturb, for the message
     * @param log  told when the holder before ended without giving it back
     * @return the lock, until closed
     * @throws Failure when another process holds it, or the file cannot be written
     */
    public static ProcessLock take(final Path file, final String what, final Consumer<String> log) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            final FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return new ProcessLock(channel).owned(file, log);
                }
            } catch (final OverlappingFileLockException e) {
                channel.close();
                throw Failure.environment(what + " is in use by this process already; lock file " + file);
            }
            final String holder = read(channel);
            channel.close();
            throw Failure.environment(what + " is in use by " + (holder.isEmpty() ? "another process" : holder)
                    + "; stop that one first; lock file " + file);
        } catch (final IOException e) {
            throw Failure.environment(file + ": cannot be locked: " + e.getMessage());
        }
    }

    private ProcessLock owned(final Path file, final Consumer<String> log) throws IOException {
        final String before = read(channel);
        if (!before.isEmpty()) {
            log.accept("Lock " + file.getFileName() + " taken over: " + before + " ended without giving it back");
        }
        final ProcessHandle process = ProcessHandle.current();
        write("process " + process.pid() + " started "
                + process.info().startInstant().map(Instant::toString).orElse("at an unknown time"));
        return this;
    }

    private static String read(final FileChannel channel) throws IOException {
        final ByteBuffer text = ByteBuffer.allocate((int) Math.min(LONGEST, channel.size()));
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
    }

    private void write(final String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        try (channel) {
            if (channel.isOpen()) {
                channel.truncate(0);
            }
        } catch (final IOException e) {
            throw Failure.environment("a lock cannot be given back: " + e.getMessage());
        }
    }
}
