package io.halfspread.bench.engine;

import io.halfspread.app.Halfspread;
import io.halfspread.app.console.Terminal;
import io.halfspread.sim.SyntheticSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A capture with every kind of event of a replay, made for one benchmark and removed after it. */
final class RecordedCapture implements AutoCloseable {
    private static final long SEED = 7;
    private static final int SECONDS = 600;

    private final Path work;

    private RecordedCapture(final Path work) {
        this.work = work;
    }

    /** Records a replay of a frame file, or of a synthetic session when the file is empty. */
    static RecordedCapture of(final String frames, final String assets) throws IOException {
        final Path work = Files.createTempDirectory("halfspread-bench");
        final Path source = frames.isEmpty() ? synthetic(work.resolve("session.gz")) : Path.of(frames);
        final ByteArrayOutputStream messages = new ByteArrayOutputStream();
        final PrintStream sink = new PrintStream(messages, true, StandardCharsets.UTF_8);
        final int exit = Halfspread.run(
                new Terminal(InputStream.nullInputStream(), sink, sink, false),
                "replay",
                source.toString(),
                "--asset",
                assets,
                "--out",
                work.resolve("capture").toString());
        if (exit != 0) {
            throw new IllegalStateException(messages.toString(StandardCharsets.UTF_8));
        }
        return new RecordedCapture(work);
    }

    Path folder() {
        return work.resolve("capture");
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            files.sorted(Comparator.reverseOrder()).forEach(RecordedCapture::delete);
        }
    }

    private static Path synthetic(final Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            SyntheticSession.write(out, SEED, SECONDS, "HYPE", 2, 40);
        }
        return file;
    }

    private static void delete(final Path file) {
        try {
            Files.delete(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
