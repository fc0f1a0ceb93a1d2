package io.halfspread.engine.capture;

import static io.halfspread.engine.capture.CaptureDescriptor.INPUT;
import static io.halfspread.engine.capture.CaptureDescriptor.KIND_OFFSET;
import static io.halfspread.engine.capture.CaptureDescriptor.ORDER;
import static io.halfspread.engine.capture.CaptureDescriptor.RECORD_HEADER_LENGTH;
import static io.halfspread.engine.capture.CaptureDescriptor.SEGMENT_HEADER_LENGTH;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.TimerDecoder;
import io.halfspread.engine.replay.InputSource;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A place in the inputs of a verified capture. Reads memory that others read too. For one thread. */
@HotPath
final class MappedCursor implements InputSource {
    private static final int INGEST_OFFSET =
            MessageHeaderDecoder.ENCODED_LENGTH + TimerDecoder.ingestNsEncodingOffset();

    private final SegmentMemory[] segments;
    private final long endNs;
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private int segment = -1;
    private int limit;
    private int end;
    private int start;
    private int length;
    private boolean ended;

    MappedCursor(final SegmentMemory[] segments, final long endNs) {
        this.segments = segments;
        this.endNs = endNs;
    }

    @Override
    public boolean next() {
        while (!ended) {
            if (limit - end < RECORD_HEADER_LENGTH) {
                enter();
                continue;
            }
            start = end;
            length = buffer.getInt(start, ORDER);
            end = start + CaptureDescriptor.recordLength(length);
            if (buffer.getInt(start + KIND_OFFSET, ORDER) == INPUT) {
                ended = ingestNs() > endNs;
                return !ended;
            }
        }
        return false;
    }

    @ColdPath("once a segment")
    private void enter() {
        if (++segment == segments.length) {
            ended = true;
            return;
        }
        buffer.wrap(segments[segment].buffer());
        limit = segments[segment].length();
        end = SEGMENT_HEADER_LENGTH;
    }

    @Override
    public DirectBuffer buffer() {
        return buffer;
    }

    @Override
    public int offset() {
        return start + RECORD_HEADER_LENGTH;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public long ingestNs() {
        return buffer.getLong(start + RECORD_HEADER_LENGTH + INGEST_OFFSET, ORDER);
    }

    @Override
    @ColdPath("once a replay")
    public void close() {
        ended = true;
        buffer.wrap(0, 0);
    }
}
