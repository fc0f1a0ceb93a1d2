package io.halfspread.engine.capture;

/** Walks all records of one segment, checks and counts them. */
final class SegmentWalk {
    private final SegmentCursor cursor = new SegmentCursor();
    private final CaptureTally tally;
    private final Manifest manifest;
    private long record;

    /**
     * What a walk found.
     *
     * @param used    bytes up to the end of the last good record
     * @param records good records
     * @param fault   first fault in one line, null when the segment is good to its end
     * @param tail    whether the fault is only that no whole record is there, and none follows in this segment
     */
    record Result(int used, long records, String fault, boolean tail) {}

    SegmentWalk(final CaptureTally tally, final Manifest manifest, final long recordsBefore) {
        this.tally = tally;
        this.manifest = manifest;
        this.record = recordsBefore;
    }

    Result walk(final SegmentMemory memory, final int index) {
        cursor.wrap(memory);
        final String headerFault = SegmentHeader.fault(memory.buffer(), memory.bytes());
        if (headerFault != null) {
            final String fault = RecordFault.ofHeader(memory.name(), headerFault);
            return new Result(0, 0, fault, !SegmentTail.isFollowedByRecord(memory, 0));
        }
        final String entry = tally.enter(SegmentHeader.read(memory.buffer()), index, manifest);
        if (entry != null) {
            return new Result(0, 0, RecordFault.ofHeader(memory.name(), entry), false);
        }
        return walkRecords(memory);
    }

    private Result walkRecords(final SegmentMemory memory) {
        final long first = record;
        int found = cursor.next();
        while (found == SegmentCursor.RECORD) {
            final String fault = tally.count(cursor);
            if (fault != null) {
                final String text = RecordFault.at(memory.name(), record, cursor, fault);
                return new Result(cursor.start(), record - first, text, false);
            }
            record++;
            found = cursor.next();
        }
        final int used = cursor.start();
        if (found == SegmentCursor.END && used == memory.length()) {
            return new Result(used, record - first, null, false);
        }
        final String fault = RecordFault.of(memory.name(), record, cursor, found);
        return new Result(used, record - first, fault, !SegmentTail.isFollowedByRecord(memory, used));
    }
}
