package io.halfspread.engine.capture;

import io.halfspread.engine.capture.CaptureException.Cause;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

    /**
     * Segments that a writer had begun, as of now: in all but the last of them it will write no more.
     *
     * @param folder the capture
     * @param sealed segments known to be sealed
     * @return their count
     */
    static int begun(final Path folder, final int sealed) {
        int begun = sealed;
        for (int index = sealed; Files.exists(folder.resolve(CaptureDescriptor.segmentName(index))); index++) {
            try (FileChannel channel = FileChannel.open(folder.resolve(CaptureDescriptor.segmentName(index)))) {
                final ByteBuffer header = ByteBuffer.allocate(CaptureDescriptor.SEGMENT_HEADER_LENGTH);
                channel.read(header, 0);
                if (header.flip().mismatch(ByteBuffer.allocate(header.limit())) >= 0) {
                    begun = index + 1;
                }
            } catch (final IOException e) {
                throw new CaptureException(Cause.ENVIRONMENT, folder + ": cannot be read: " + e, e);
            }
        }
        return begun;
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
