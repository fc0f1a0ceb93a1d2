package io.halfspread.engine.capture;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.engine.capture.CaptureException.Cause;
import java.nio.file.Path;
import org.agrona.DirectBuffer;

/**
 * Cursor over all records of a capture, inputs and outputs, in recorded order. Every checksum is checked on the way. A
 * capture that is running or was never recovered is read as far as its last whole record. Used by one thread.
 */
@HotPath
public final class CaptureReader implements AutoCloseable {
    private final Path folder;
    private final Manifest manifest;
    private final SegmentCursor cursor = new SegmentCursor();
    private final int begun;
    private SegmentMemory memory;
    private int segments;
    private long record = -1;
    private long nextInput = -1;
    private long nextOutput = -1;
    private boolean ended;

    private CaptureReader(final Path folder, final Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
        final int sealed = manifest.segments().size();
        this.begun = manifest.status() == CaptureStatus.RUNNING || manifest.status() == CaptureStatus.QUARANTINED
                ? CaptureFolder.begun(folder, sealed)
                : sealed;
    }

    /**
     * Opens a capture for reading.
     *
     * @param folder the capture
     * @return a cursor before the first record
     * @throws CaptureException when there is no capture or its manifest was changed
     */
    @ColdPath("once a capture")
    public static CaptureReader open(final Path folder) {
        return new CaptureReader(folder, ManifestFile.read(folder));
    }

    /**
     * What the capture's manifest said when it was opened.
     *
     * @return the manifest
     */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * Whether the process that writes the capture lives, as far as this one can see.
     *
     * @return false when it has ended, in order or not
     */
    @ColdPath("for people")
    public boolean isBeingWritten() {
        return CaptureLock.isLive(folder, manifest);
    }

    /**
     * Moves to the next record.
     *
     * @return false at the end
     * @throws CaptureException when a record is damaged; the message names it
     */
    public boolean next() {
        while (!ended) {
            if (memory != null) {
                final int found = cursor.next();
                if (found == SegmentCursor.RECORD) {
                    count();
                    return true;
                }
                leave(found);
            }
            if (!ended) {
                enter();
            }
        }
        return false;
    }

    /**
     * Whether the current record is an input.
     *
     * @return false for an output
     */
    public boolean isInput() {
        return cursor.kind() == CaptureDescriptor.INPUT;
    }

    /**
     * Sequence of the current message on its ring.
     *
     * @return the sequence
     */
    public long sequence() {
        return cursor.sequence();
    }

    /**
     * Buffer that holds the current message.
     *
     * @return the buffer, valid until the next call of {@link #next()}
     */
    public DirectBuffer buffer() {
        return cursor.buffer();
    }

    /**
     * Index of the current message's header.
     *
     * @return the index in {@link #buffer()}
     */
    public int offset() {
        return cursor.offset();
    }

    /**
     * Length of the current message.
     *
     * @return bytes, header included
     */
    public int length() {
        return cursor.length();
    }

    /**
     * Number of the current record in the capture.
     *
     * @return the number from 0
     */
    public long record() {
        return record;
    }

    /**
     * Where the current record is, for messages.
     *
     * @return segment and offset
     */
    @ColdPath("for people")
    public String place() {
        return memory.name() + " @ " + cursor.start();
    }

    /** Lets go of the files; the current record is no longer valid. */
    @Override
    @ColdPath("once a capture")
    public void close() {
        ended = true;
        cursor.clear();
        if (memory != null) {
            memory.close();
            memory = null;
        }
    }

    private void count() {
        record++;
        if (isInput()) {
            nextInput = cursor.sequence() + 1;
        } else {
            nextOutput = cursor.sequence() + 1;
        }
    }

    @ColdPath("once a segment")
    private void leave(final int found) {
        final String fault = fault(found);
        if (fault != null) {
            throw new CaptureException(Cause.DAMAGED, folder + ": " + fault);
        }
        cursor.clear();
        memory.close();
        memory = null;
    }

    @ColdPath("once a segment")
    private String fault(final int found) {
        final int at = cursor.start();
        if (found == SegmentCursor.END && at == memory.length()) {
            return null;
        }
        final String fault = RecordFault.of(memory.name(), record + 1, cursor, found);
        return isSealed(segments - 1) || SegmentTail.isFollowedByRecord(memory, at) ? fault : null;
    }

    @ColdPath("once a segment")
    private void enter() {
        final String name = CaptureDescriptor.segmentName(segments);
        final boolean sealed = isSealed(segments);
        if (segments == begun) {
            ended = true;
            return;
        }
        memory = CaptureFolder.open(folder, name, sealed);
        final String fault = SegmentHeader.fault(memory.buffer(), memory.bytes());
        cursor.wrap(memory);
        if (fault != null) {
            if (sealed || SegmentTail.isFollowedByRecord(memory, 0)) {
                throw new CaptureException(Cause.DAMAGED, folder + ": " + RecordFault.ofHeader(name, fault));
            }
            ended = true;
            return;
        }
        checkOrder(name, SegmentHeader.read(memory.buffer()));
        segments++;
    }

    @ColdPath("once a segment")
    private void checkOrder(final String name, final SegmentHeader header) {
        if (header.index() != segments
                || record >= 0
                        && (nextInput >= 0 && header.firstInput() != nextInput
                                || nextOutput >= 0 && header.firstOutput() != nextOutput)) {
            throw new CaptureException(
                    Cause.DAMAGED,
                    folder + ": " + RecordFault.ofHeader(name, "does not follow on the segment before: " + header));
        }
    }

    @ColdPath("once a segment")
    private boolean isSealed(final int index) {
        return index < manifest.segments().size();
    }
}
