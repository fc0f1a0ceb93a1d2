package io.halfspread.engine.capture;

import static io.halfspread.engine.capture.CaptureDescriptor.ORDER;

import io.halfspread.codec.event.MessageHeaderEncoder;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Header of a segment.
 *
 * @param index         number of the segment from 0
 * @param schemaId      id of the event schema
 * @param schemaVersion version of the event schema
 * @param contentId     content id of the capture
 * @param firstInput    sequence that the first input in or after this segment has
 * @param firstOutput   sequence that the first output in or after this segment has
 */
record SegmentHeader(int index, int schemaId, int schemaVersion, long contentId, long firstInput, long firstOutput) {
    static SegmentHeader of(final int index, final long contentId, final long firstInput, final long firstOutput) {
        return new SegmentHeader(
                index,
                MessageHeaderEncoder.SCHEMA_ID,
                MessageHeaderEncoder.SCHEMA_VERSION,
                contentId,
                firstInput,
                firstOutput);
    }

    void write(final MutableDirectBuffer buffer, final ByteBuffer bytes) {
        buffer.putInt(CaptureDescriptor.LAYOUT_OFFSET, CaptureDescriptor.LAYOUT_VERSION, ORDER);
        buffer.putInt(CaptureDescriptor.INDEX_OFFSET, index, ORDER);
        buffer.putShort(CaptureDescriptor.SCHEMA_ID_OFFSET, (short) schemaId, ORDER);
        buffer.putShort(CaptureDescriptor.SCHEMA_VERSION_OFFSET, (short) schemaVersion, ORDER);
        buffer.putInt(CaptureDescriptor.HEADER_LENGTH_OFFSET, CaptureDescriptor.SEGMENT_HEADER_LENGTH, ORDER);
        buffer.putLong(CaptureDescriptor.CONTENT_ID_OFFSET, contentId, ORDER);
        buffer.putLong(CaptureDescriptor.FIRST_INPUT_OFFSET, firstInput, ORDER);
        buffer.putLong(CaptureDescriptor.FIRST_OUTPUT_OFFSET, firstOutput, ORDER);
        buffer.putLong(0, CaptureDescriptor.MAGIC, ORDER);
        buffer.putInt(CaptureDescriptor.HEADER_CHECKSUM_OFFSET, checksum(bytes), ORDER);
    }

    /** Reads a header whose checksum holds. */
    static SegmentHeader read(final DirectBuffer buffer) {
        return new SegmentHeader(
                buffer.getInt(CaptureDescriptor.INDEX_OFFSET, ORDER),
                buffer.getShort(CaptureDescriptor.SCHEMA_ID_OFFSET, ORDER) & 0xffff,
                buffer.getShort(CaptureDescriptor.SCHEMA_VERSION_OFFSET, ORDER) & 0xffff,
                buffer.getLong(CaptureDescriptor.CONTENT_ID_OFFSET, ORDER),
                buffer.getLong(CaptureDescriptor.FIRST_INPUT_OFFSET, ORDER),
                buffer.getLong(CaptureDescriptor.FIRST_OUTPUT_OFFSET, ORDER));
    }

    /** What is wrong with the first bytes of a segment, null when they are a header. */
    static String fault(final DirectBuffer buffer, final ByteBuffer bytes) {
        if (buffer.capacity() < CaptureDescriptor.SEGMENT_HEADER_LENGTH) {
            return "header cut short: " + buffer.capacity() + " of " + CaptureDescriptor.SEGMENT_HEADER_LENGTH
                    + " bytes";
        }
        final int stored = buffer.getInt(CaptureDescriptor.HEADER_CHECKSUM_OFFSET, ORDER);
        final int computed = checksum(bytes);
        if (buffer.getLong(0, ORDER) != CaptureDescriptor.MAGIC) {
            return "header does not begin with HALFSPRD";
        }
        if (stored != computed) {
            return "header checksum " + Hex.hex8(stored) + ", computed " + Hex.hex8(computed);
        }
        final int layout = buffer.getInt(CaptureDescriptor.LAYOUT_OFFSET, ORDER);
        return layout == CaptureDescriptor.LAYOUT_VERSION
                ? null
                : "layout version " + layout + ", this build reads " + CaptureDescriptor.LAYOUT_VERSION;
    }

    private static int checksum(final ByteBuffer bytes) {
        final CRC32C crc = new CRC32C();
        final ByteBuffer header = bytes.duplicate();
        header.limit(CaptureDescriptor.HEADER_CHECKSUM_OFFSET).position(0);
        crc.update(header);
        return (int) crc.getValue();
    }
}
