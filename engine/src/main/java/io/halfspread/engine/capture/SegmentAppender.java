package io.halfspread.engine.capture;

import static io.halfspread.engine.capture.CaptureDescriptor.CHECKED_OFFSET;
import static io.halfspread.engine.capture.CaptureDescriptor.CHECKSUM_OFFSET;
import static io.halfspread.engine.capture.CaptureDescriptor.KIND_OFFSET;
import static io.halfspread.engine.capture.CaptureDescriptor.ORDER;
import static io.halfspread.engine.capture.CaptureDescriptor.RECORD_HEADER_LENGTH;
import static io.halfspread.engine.capture.CaptureDescriptor.SECOND_LENGTH_OFFSET;
import static io.halfspread.engine.capture.CaptureDescriptor.SEGMENT_HEADER_LENGTH;
import static io.halfspread.engine.capture.CaptureDescriptor.SEQUENCE_OFFSET;

import io.halfspread.codec.contract.HotPath;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes records behind one another into the zeroed memory of one segment. Used by one thread. */
@HotPath
final class SegmentAppender {
    private final UnsafeBuffer buffer;
    private final ByteBuffer bytes;
    private final CRC32C crc = new CRC32C();
    private int position = SEGMENT_HEADER_LENGTH;
    private long records;

    SegmentAppender(final ByteBuffer memory) {
        buffer = new UnsafeBuffer(memory);
        bytes = memory.duplicate();
    }

    boolean append(final int kind, final DirectBuffer source, final int offset, final int length, final long sequence) {
        final int start = position;
        final int end = start + CaptureDescriptor.recordLength(length);
        if (end > buffer.capacity()) {
            return false;
        }
        buffer.putLong(start + SEQUENCE_OFFSET, sequence, ORDER);
        buffer.putInt(start + KIND_OFFSET, kind, ORDER);
        buffer.putInt(start + SECOND_LENGTH_OFFSET, length, ORDER);
        buffer.putBytes(start + RECORD_HEADER_LENGTH, source, offset, length);
        bytes.limit(end).position(start + CHECKED_OFFSET);
        crc.reset();
        crc.update(bytes);
        buffer.putInt(start + CHECKSUM_OFFSET, (int) crc.getValue(), ORDER);
        buffer.putIntRelease(start, CaptureDescriptor.littleEndian(length));
        position = end;
        records++;
        return true;
    }

    int used() {
        return position;
    }

    int free() {
        return buffer.capacity() - position;
    }

    long records() {
        return records;
    }
}
