package io.halfspread.engine.capture;

import io.halfspread.engine.capture.CaptureException.Cause;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a capture. */
final class CaptureFolder {
    private CaptureFolder() {}

    /** Names of all files that look like segments, in order. */
    static List<String> segmentFiles(final Path folder) {
        final List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, CaptureDescriptor.SEGMENT_PREFIX + "*")) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (final IOException e) {
            throw new CaptureException(Cause.ENVIRONMENT, folder + ": cannot be listed: " + e, e);
        }
        names.sort(null);
        return names;
    }

    static SegmentMemory open(final Path folder, final String name, final boolean sealed) {
        final Path file = folder.resolve(name);
        try {
            return sealed ? SegmentMemory.map(file) : SegmentMemory.copy(file);
        } catch (final IOException e) {
            throw new CaptureException(Cause.DAMAGED, file + ": cannot be read: " + e, e);
        }
    }
}
