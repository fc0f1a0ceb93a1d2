package io.halfspread.engine.capture;

import io.halfspread.engine.capture.CaptureException.Cause;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Who writes a capture: a lock on a file of the folder, which the operating system gives back when the process dies, and
 * the process named in the manifest. Both are needed: closing any other channel on a locked file gives up the lock on
 * POSIX systems, so a process asks the manifest, not the lock, about captures of its own.
 */
final class CaptureLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private CaptureLock(final Path file, final FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Locks a folder that no capture was written to yet. */
    static CaptureLock create(final Path folder) throws IOException {
        return lock(folder, StandardOpenOption.CREATE_NEW);
    }

    /** Locks the folder of a capture whose writer is gone. */
    static CaptureLock take(final Path folder, final Manifest manifest) throws IOException {
        if (isOwn(manifest)) {
            throw inUse(folder, manifest.owner());
        }
        return lock(folder, StandardOpenOption.CREATE);
    }

    /** Whether the writer of a running capture lives, as far as this process can see. */
    static boolean isLive(final Path folder, final Manifest manifest) {
        if (manifest.status() != CaptureStatus.RUNNING) {
            return false;
        }
        if (isOwn(manifest)) {
            return true;
        }
        final Path file = folder.resolve(CaptureDescriptor.LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (final IOException | OverlappingFileLockException e) {
            return true;
        }
    }

    /** This process, as the manifest names it. */
    static String owner() {
        final ProcessHandle process = ProcessHandle.current();
        return "process " + process.pid() + " started "
                + process.info().startInstant().map(Instant::toString).orElse("at an unknown time");
    }

    private static boolean isOwn(final Manifest manifest) {
        return manifest.status() == CaptureStatus.RUNNING && manifest.owner().equals(owner());
    }

    private static CaptureLock lock(final Path folder, final StandardOpenOption how) throws IOException {
        final Path file = folder.resolve(CaptureDescriptor.LOCK);
        final FileChannel channel = FileChannel.open(file, how, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new CaptureLock(file, channel);
            }
        } catch (final OverlappingFileLockException e) {
            channel.close();
            throw inUse(folder, "this process");
        }
        channel.close();
        throw inUse(folder, "another process");
    }

    private static CaptureException inUse(final Path folder, final String owner) {
        return new CaptureException(
                Cause.IN_USE, folder + ": capture is being written by " + owner + "; choose another folder or stop it");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
