package io.halfspread.spark;

import io.halfspread.app.sweep.run.CaptureRef;
import io.halfspread.engine.capture.CaptureException;
import io.halfspread.engine.capture.Manifest;
import io.halfspread.engine.capture.ManifestFile;
import io.halfspread.engine.capture.SegmentEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * Captures that a worker holds, in a folder each, named by content hash. What lies under its name is whole and was checked:
 * it is made beside it and put there in one step. One task of a machine fetches, the others wait for it.
 */
final class CaptureCache {
    /** Left free beyond what a capture takes: a disk that is full to the last byte fails others too. */
    static final long SPARE_BYTES = 16L << 20;

    private static final int CHUNK = 1 << 16;
    private static final long LOOK_AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Path root;
    private final String worker;
    private final Configuration hadoop;
    private final LongSupplier freeBytes;

    /**
     * A cache.
     *
     * @param root      where captures are kept; made when it is not there
     * @param worker    name of the machine, for messages
     * @param hadoop    how files are reached
     * @param freeBytes what the disk of {@code root} has left
     */
    CaptureCache(final Path root, final String worker, final Configuration hadoop, final LongSupplier freeBytes) {
        this.root = root;
        this.worker = worker;
        this.hadoop = hadoop;
        this.freeBytes = freeBytes;
    }

    /**
     * The capture on this machine, fetched if need be.
     *
     * @param source what it is, and where it lies
     * @return the same capture in a folder of this machine
     * @throws WorkerFault when it cannot be had here; one line
     */
    CaptureRef local(final CaptureSource source) {
        final CaptureRef ref = source.ref();
        if (source.isInPlace()) {
            return ref;
        }
        final Path folder = root.resolve(ref.sha256());
        if (!Files.isDirectory(folder)) {
            fetchAlone(source, ref, folder);
        }
        return ref.at(folder);
    }

    private void fetchAlone(final CaptureSource source, final CaptureRef ref, final Path folder) {
        try {
            Files.createDirectories(root);
            try (FileChannel channel = FileChannel.open(
                            root.resolve(ref.sha256() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(channel)) {
                if (lock.isValid() && !Files.isDirectory(folder)) {
                    fetch(source, ref, folder);
                }
            }
        } catch (final IOException e) {
            throw new WorkerFault(
                    worker, "its cache " + root + " cannot take capture " + ref.name() + ": " + why(e), e);
        }
    }

    private void fetch(final CaptureSource source, final CaptureRef ref, final Path folder) throws IOException {
        final Path part = root.resolve(ref.sha256() + ".part");
        delete(part);
        Files.createDirectory(part);
        try {
            copy(source, ref, part, CaptureStore.MANIFEST);
            final Manifest manifest = ManifestFile.read(part);
            require(ref, source.uri(), CaptureRef.contentHash(manifest), ref.sha256());
            requireRoom(ref, manifest.segments());
            for (final SegmentEntry segment : manifest.segments()) {
                require(ref, segment.name(), copy(source, ref, part, segment.name()), segment.sha256());
            }
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (final CaptureException e) {
            throw new WorkerFault(worker, "capture " + ref.name() + ": " + e.getMessage(), e);
        } finally {
            delete(part);
        }
    }

    private void requireRoom(final CaptureRef ref, final List<SegmentEntry> segments) {
        final long needed = segments.stream().mapToLong(SegmentEntry::bytes).sum();
        final long free = freeBytes.getAsLong();
        if (free < needed + SPARE_BYTES) {
            throw new WorkerFault(
                    worker,
                    "no room in " + root + " for capture " + ref.name() + ": " + needed + " bytes are needed, " + free
                            + " are free",
                    null);
        }
    }

    private void require(final CaptureRef ref, final String what, final String found, final String expected) {
        if (!found.equals(expected)) {
            throw new WorkerFault(
                    worker,
                    "capture " + ref.name() + ", " + what + ": SHA-256 " + found + " where " + expected
                            + " is expected: other bytes than the sweep's",
                    null);
        }
    }

    /** Copies a file and says the SHA-256 of what was copied. */
    private String copy(final CaptureSource source, final CaptureRef ref, final Path part, final String name)
            throws IOException {
        final ContentHash hash = new ContentHash();
        try (InputStream in = open(source, ref, name);
                OutputStream out = Files.newOutputStream(part.resolve(name))) {
            final byte[] bytes = new byte[CHUNK];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                hash.update(bytes, length);
                out.write(bytes, 0, length);
            }
        }
        return hash.hex();
    }

    private InputStream open(final CaptureSource source, final CaptureRef ref, final String name) {
        try {
            final org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(source.uri(), name);
            return FileSystem.get(file.toUri(), hadoop).open(file);
        } catch (final IOException | RuntimeException e) {
            throw new WorkerFault(
                    worker,
                    "capture " + ref.name() + " cannot be read from " + source.uri() + "/" + name + ": " + why(e)
                            + "; --store names a place that every worker reads",
                    e);
        }
    }

    private static FileLock lock(final FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (final OverlappingFileLockException e) {
                // Another task of this process has it.
                LockSupport.parkNanos(LOOK_AGAIN_NS);
                if (Thread.currentThread().isInterrupted()) {
                    throw new IOException("interrupted", e);
                }
            }
        }
    }

    private static void delete(final Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String why(final Exception e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + e.getMessage());
    }
}
