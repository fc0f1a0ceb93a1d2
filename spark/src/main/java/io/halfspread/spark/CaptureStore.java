package io.halfspread.spark;

import io.halfspread.app.console.Failure;
import io.halfspread.app.sweep.run.CaptureRef;
import io.halfspread.engine.capture.ManifestFile;
import io.halfspread.engine.capture.SegmentEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** Where captures are laid for workers: a folder each, named by content hash, in a file system or an object store. */
final class CaptureStore {
    /** File that says what a capture holds. */
    static final String MANIFEST = "manifest.yaml";

    private final String base;
    private final Configuration hadoop;

    /**
     * A store.
     *
     * @param text   URI of a folder, or a plain path; made when it is not there
     * @param hadoop how it is reached
     * @throws Failure when it is neither, exit code 2
     */
    CaptureStore(final String text, final Configuration hadoop) {
        this.hadoop = hadoop;
        try {
            final String uri = URI.create(text).getScheme() == null
                    ? Path.of(text).toAbsolutePath().toUri().toString()
                    : text;
            base = uri.endsWith("/") ? uri : uri + "/";
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput("--store " + text + ": accepted: a folder, or a URI such as s3a://BUCKET/FOLDER");
        }
    }

    /**
     * Lays a capture there unless it is there already. The manifest comes last: a folder without one is nobody's capture.
     *
     * @param ref the capture
     * @return how workers find it
     * @throws Failure when the store cannot be written, exit code 3
     */
    CaptureSource lay(final CaptureRef ref) {
        final String uri = base + ref.sha256();
        final org.apache.hadoop.fs.Path manifest = new org.apache.hadoop.fs.Path(uri, MANIFEST);
        try {
            final FileSystem files = FileSystem.get(manifest.toUri(), hadoop);
            if (!files.exists(manifest)) {
                for (final SegmentEntry segment : ManifestFile.read(ref.path()).segments()) {
                    lay(files, ref.path().resolve(segment.name()), new org.apache.hadoop.fs.Path(uri, segment.name()));
                }
                lay(files, ref.path().resolve(MANIFEST), manifest);
            }
        } catch (final IOException | RuntimeException e) {
            throw Failure.environment(
                    "--store " + base + ": capture " + ref.name() + " cannot be laid there: " + e.getMessage());
        }
        return new CaptureSource(ref.json(), uri);
    }

    private static void lay(final FileSystem files, final Path from, final org.apache.hadoop.fs.Path to)
            throws IOException {
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = files.create(to, true)) {
            in.transferTo(out);
        }
    }
}
