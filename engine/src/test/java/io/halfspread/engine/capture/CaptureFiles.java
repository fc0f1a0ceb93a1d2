package io.halfspread.engine.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Copies and harms captures. */
final class CaptureFiles {
    private CaptureFiles() {}

    static void copy(final Path from, final Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (final Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void flip(final Path file, final int at, final int mask) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            final ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ mask));
            channel.write(one.rewind(), at);
        }
    }

    static void delete(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (final Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** A copy of a running capture as a killed process leaves it: no lock held, the process in the manifest is another. */
    static void abandon(final Path running, final Path to) {
        copy(running, to);
        final Manifest manifest = ManifestFile.read(to);
        try {
            Files.deleteIfExists(to.resolve(CaptureDescriptor.LOCK));
            write(to, manifest, manifest.status(), manifest.segments());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(
            final Path folder, final Manifest manifest, final CaptureStatus status, final List<SegmentEntry> segments)
            throws IOException {
        ManifestFile.write(
                folder,
                new Manifest(
                        manifest.layout(),
                        manifest.schemaId(),
                        manifest.schemaVersion(),
                        manifest.identity(),
                        status,
                        status == CaptureStatus.RUNNING ? "process 0 started never" : "",
                        manifest.note(),
                        manifest.totals(),
                        manifest.hash(),
                        segments));
    }
}
