package io.halfspread.engine.capture;

import static io.halfspread.engine.capture.CaptureDescriptor.CHECKED_OFFSET;
import static io.halfspread.engine.capture.CaptureDescriptor.CHECKSUM_OFFSET;
import static io.halfspread.engine.capture.CaptureDescriptor.INPUT;
import static io.halfspread.engine.capture.CaptureDescriptor.KIND_OFFSET;
import static io.halfspread.engine.capture.CaptureDescriptor.MAX_MESSAGE_LENGTH;
import static io.halfspread.engine.capture.CaptureDescriptor.MIN_MESSAGE_LENGTH;
import static io.halfspread.engine.capture.CaptureDescriptor.ORDER;
import static io.halfspread.engine.capture.CaptureDescriptor.OUTPUT;
import static io.halfspread.engine.capture.CaptureDescriptor.RECORD_HEADER_LENGTH;
import static io.halfspread.engine.capture.CaptureDescriptor.SECOND_LENGTH_OFFSET;
import static io.halfspread.engine.capture.CaptureDescriptor.SEGMENT_HEADER_LENGTH;
import static io.halfspread.engine.capture.CaptureDescriptor.SEQUENCE_OFFSET;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/** Walks the records of one segment and checks each. Used by one thread. */
@HotPath
final class SegmentCursor {
    /** A whole record with the right checksum. */
    static final int RECORD = 1;

    /** No more records: the end of the file, or a length of zero. */
    static final int END = 0;

    /** Fewer bytes left than a record header has. */
    static final int SHORT_HEADER = -1;

    /** The first length is out of range or reaches beyond the end. */
    static final int BAD_LENGTH = -2;

    /** The two lengths differ. */
    static final int BAD_SECOND_LENGTH = -3;

    /** The checksum differs. */
    static final int BAD_CHECKSUM = -4;

    /** Neither input nor output. */
    static final int BAD_KIND = -5;

    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private final CRC32C crc = new CRC32C();
    private ByteBuffer bytes;
    private int limit;
    private int start;
    private int end;
    private int length;

    @ColdPath("once a segment")
    void wrap(final SegmentMemory memory) {
        buffer.wrap(memory.buffer());
        bytes = memory.bytes().duplicate();
        limit = memory.length();
        seek(SEGMENT_HEADER_LENGTH);
    }

    @ColdPath("once a segment")
    void clear() {
        buffer.wrap(0, 0);
        bytes = null;
        limit = 0;
        seek(0);
    }

    void seek(final int position) {
        start = position;
        end = position;
        length = 0;
    }

    /** Moves to the next record; on a fault stays where it begins. */
    int next() {
        start = end;
        final int left = limit - start;
        if (left < RECORD_HEADER_LENGTH) {
            return left == 0 ? END : SHORT_HEADER;
        }
        length = CaptureDescriptor.littleEndian(buffer.getIntVolatile(start));
        if (length == 0) {
            return END;
        }
        if (length < MIN_MESSAGE_LENGTH
                || length > MAX_MESSAGE_LENGTH
                || CaptureDescriptor.recordLength(length) > left) {
            return BAD_LENGTH;
        }
        if (buffer.getInt(start + SECOND_LENGTH_OFFSET, ORDER) != length) {
            return BAD_SECOND_LENGTH;
        }
        if (storedChecksum() != computedChecksum()) {
            return BAD_CHECKSUM;
        }
        if (kind() != INPUT && kind() != OUTPUT) {
            return BAD_KIND;
        }
        end = start + CaptureDescriptor.recordLength(length);
        return RECORD;
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int limit() {
        return limit;
    }

    int offset() {
        return start + RECORD_HEADER_LENGTH;
    }

    int length() {
        return length;
    }

    int kind() {
        return buffer.getInt(start + KIND_OFFSET, ORDER);
    }

    long sequence() {
        return buffer.getLong(start + SEQUENCE_OFFSET, ORDER);
    }

    int secondLength() {
        return buffer.getInt(start + SECOND_LENGTH_OFFSET, ORDER);
    }

    int storedChecksum() {
        return buffer.getInt(start + CHECKSUM_OFFSET, ORDER);
    }

    int computedChecksum() {
        bytes.limit(start + CaptureDescriptor.recordLength(length)).position(start + CHECKED_OFFSET);
        crc.reset();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
