package io.halfspread.engine.capture;

import static io.halfspread.engine.capture.CaptureDescriptor.RECORD_ALIGNMENT;

/** Tells what a crash leaves at the end of a segment from damage in its middle. */
final class SegmentTail {
    private SegmentTail() {}

    /**
     * Whether a whole record follows a place where none is. A writer that dies leaves nothing whole behind what it was
     * writing; so if there is, the place is damage.
     *
     * @param memory the segment
     * @param from   the place, a multiple of the record alignment
     * @return true when a whole record follows
     */
    static boolean isFollowedByRecord(final SegmentMemory memory, final int from) {
        final SegmentCursor cursor = new SegmentCursor();
        cursor.wrap(memory.earlier());
        for (int at = from + RECORD_ALIGNMENT; at < cursor.limit(); at += RECORD_ALIGNMENT) {
            cursor.seek(at);
            if (cursor.next() == SegmentCursor.RECORD) {
                return true;
            }
        }
        return false;
    }

    /**
     * Bytes from a place to the last one that is not zero.
     *
     * @param memory the segment
     * @param from   the place
     * @return the count, 0 when all is zero
     */
    static int written(final SegmentMemory memory, final int from) {
        int end = memory.length();
        while (end > from && memory.buffer().getByte(end - 1) == 0) {
            end--;
        }
        return Math.max(0, end - from);
    }
}
