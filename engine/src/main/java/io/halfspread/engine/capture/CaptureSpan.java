package io.halfspread.engine.capture;

import io.halfspread.codec.event.MessageHeaderDecoder;
import java.nio.file.Path;
import java.util.List;

/**
 * Times between which a capture's inputs lie, by a look at its first and its last segment only.
 *
 * @param firstNs receive time of the first input, ns since the epoch
 * @param lastNs  newest receive time in the last segment
 */
public record CaptureSpan(long firstNs, long lastNs) {
    /**
     * Looks at a capture.
     *
     * @param folder   the capture
     * @param manifest its manifest
     * @return its span; null when it has no whole input in the segments looked at
     * @throws CaptureException when a segment is missing or cannot be read
     */
    public static CaptureSpan of(final Path folder, final Manifest manifest) {
        final int sealed = manifest.segments().size();
        final List<String> names = CaptureFolder.segmentFiles(folder);
        final int begun = manifest.status() == CaptureStatus.RUNNING || manifest.status() == CaptureStatus.QUARANTINED
                ? CaptureFolder.begun(folder, sealed)
                : sealed;
        if (begun == 0 || names.isEmpty()) {
            return null;
        }
        final long firstNs = look(folder, 0, sealed, true);
        final long lastNs = look(folder, begun - 1, sealed, false);
        return firstNs == Long.MIN_VALUE || lastNs == Long.MIN_VALUE ? null : new CaptureSpan(firstNs, lastNs);
    }

    private static long look(final Path folder, final int index, final int sealed, final boolean firstOnly) {
        final SegmentCursor cursor = new SegmentCursor();
        long found = Long.MIN_VALUE;
        try (SegmentMemory memory = CaptureFolder.open(folder, CaptureDescriptor.segmentName(index), index < sealed)) {
            cursor.wrap(memory);
            while (!(firstOnly && found != Long.MIN_VALUE) && cursor.next() == SegmentCursor.RECORD) {
                if (cursor.kind() == CaptureDescriptor.INPUT) {
                    found = Math.max(
                            found,
                            cursor.buffer()
                                    .getLong(
                                            cursor.offset() + MessageHeaderDecoder.ENCODED_LENGTH,
                                            CaptureDescriptor.ORDER));
                }
            }
            cursor.clear();
        }
        return found;
    }
}
