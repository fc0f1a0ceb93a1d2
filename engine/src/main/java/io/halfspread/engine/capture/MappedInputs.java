package io.halfspread.engine.capture;

import io.halfspread.engine.capture.CaptureException.Cause;
import io.halfspread.engine.replay.InputSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The inputs of a closed capture for many readers: every byte is checked once and mapped once, and then read by any number
 * of threads, each by a cursor of its own, without a checksum computed again.
 */
public final class MappedInputs implements AutoCloseable {
    private final Manifest manifest;
    private final SegmentMemory[] segments;

    private MappedInputs(final Manifest manifest, final SegmentMemory[] segments) {
        this.manifest = manifest;
        this.segments = segments;
    }

    /**
     * Verifies and maps a capture.
     *
     * @param folder the capture
     * @return its inputs
     * @throws CaptureException when there is no capture, it does not verify, or its writer has not closed it
     */
    public static MappedInputs open(final Path folder) {
        final Manifest manifest = ManifestFile.read(folder);
        final VerifyReport report = CaptureVerifier.verify(folder, manifest);
        if (!report.ok()) {
            throw new CaptureException(Cause.DAMAGED, folder + ": does not verify: " + report.problem());
        }
        if (manifest.status() == CaptureStatus.RUNNING) {
            throw new CaptureException(Cause.IN_USE, folder + ": not closed: " + report.note());
        }
        final List<SegmentMemory> segments = new ArrayList<>();
        try {
            for (final SegmentEntry entry : manifest.segments()) {
                segments.add(CaptureFolder.open(folder, entry.name(), true));
            }
        } catch (final CaptureException e) {
            segments.forEach(SegmentMemory::close);
            throw e;
        }
        return new MappedInputs(manifest, segments.toArray(new SegmentMemory[0]));
    }

    /**
     * What the capture's manifest says.
     *
     * @return the manifest
     */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * A cursor before the first input, for one thread.
     *
     * @param endNs inputs of a later time end it
     * @return the cursor; closing it lets go of nothing
     */
    public InputSource cursor(final long endNs) {
        return new MappedCursor(segments, endNs);
    }

    /** Unmaps the files; no cursor may be used afterwards. */
    @Override
    public void close() {
        for (final SegmentMemory segment : segments) {
            segment.close();
        }
    }
}
