package io.halfspread.engine.capture;

import java.util.List;

/**
 * What a capture's {@code manifest.yaml} says. While the status is running, counts and segments are those of the sealed
 * segments; the open one is not listed.
 *
 * @param layout        layout version of the segments
 * @param schemaId      id of the event schema
 * @param schemaVersion version of the event schema
 * @param identity      the session
 * @param status        how the last writer left it
 * @param owner         process that writes it, empty unless running
 * @param note          what was cut, lost or found, empty when nothing was
 * @param totals        counts
 * @param hash          final rolling hash of the engine, 16 hex digits, empty when there is none
 * @param segments      sealed segments in order
 */
public record Manifest(
        int layout,
        int schemaId,
        int schemaVersion,
        CaptureIdentity identity,
        CaptureStatus status,
        String owner,
        String note,
        CaptureTotals totals,
        String hash,
        List<SegmentEntry> segments) {
    /** Copies the segments. */
    public Manifest {
        segments = List.copyOf(segments);
    }
}
