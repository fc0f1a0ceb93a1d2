package io.halfspread.engine.capture;

import io.halfspread.codec.dump.EventKind;
import io.halfspread.codec.event.MessageHeaderDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Names a place in a segment and what is wrong there, in one line. */
final class RecordFault {
    private RecordFault() {}

    /** The record under a cursor whose {@link SegmentCursor#next()} gave a fault. */
    static String of(final String segment, final long record, final SegmentCursor cursor, final int code) {
        return at(segment, record, cursor, what(cursor, code));
    }

    /** A record under a cursor with a fault of the caller's. */
    static String at(final String segment, final long record, final SegmentCursor cursor, final String what) {
        final StringBuilder text = new StringBuilder(segment)
                .append(" @ ")
                .append(cursor.start())
                .append(": record ")
                .append(record);
        if (cursor.limit() - cursor.start() >= CaptureDescriptor.RECORD_HEADER_LENGTH) {
            text.append(" sequence ").append(cursor.sequence());
        }
        if (cursor.limit() - cursor.offset() >= CaptureDescriptor.MIN_MESSAGE_LENGTH) {
            text.append(' ').append(template(cursor.buffer(), cursor.offset()));
        }
        return text.append(": ").append(what).toString();
    }

    /** The header of a segment. */
    static String ofHeader(final String segment, final String what) {
        return segment + " @ 0: " + what;
    }

    private static String what(final SegmentCursor cursor, final int code) {
        return switch (code) {
            case SegmentCursor.END -> "length 0 before the end of the segment at " + cursor.limit();
            case SegmentCursor.SHORT_HEADER ->
                "cut short: " + (cursor.limit() - cursor.start()) + " of " + CaptureDescriptor.RECORD_HEADER_LENGTH
                        + " bytes of its header";
            case SegmentCursor.BAD_LENGTH ->
                "length " + cursor.length() + ", accepted are "
                        + CaptureDescriptor.MIN_MESSAGE_LENGTH + " to " + CaptureDescriptor.MAX_MESSAGE_LENGTH
                        + " within the segment's " + cursor.limit() + " bytes";
            case SegmentCursor.BAD_SECOND_LENGTH ->
                "length " + cursor.length() + ", second copy " + cursor.secondLength();
            case SegmentCursor.BAD_CHECKSUM ->
                "checksum " + Hex.hex8(cursor.storedChecksum()) + ", computed " + Hex.hex8(cursor.computedChecksum());
            default ->
                "kind " + cursor.kind() + ", accepted are " + CaptureDescriptor.INPUT + " (input) and "
                        + CaptureDescriptor.OUTPUT + " (output)";
        };
    }

    private static String template(final DirectBuffer buffer, final int offset) {
        final int id =
                buffer.getShort(offset + MessageHeaderDecoder.templateIdEncodingOffset(), ByteOrder.LITTLE_ENDIAN)
                        & 0xffff;
        final EventKind kind = EventKind.of(id);
        return kind == null ? "template " + id : kind.template();
    }
}
