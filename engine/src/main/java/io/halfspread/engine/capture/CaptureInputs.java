package io.halfspread.engine.capture;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.TimerDecoder;
import io.halfspread.engine.replay.InputSource;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.agrona.DirectBuffer;

/** The inputs of a capture, in recorded order. Used by one thread. */
@HotPath
public final class CaptureInputs implements InputSource {
    private static final int INGEST_OFFSET =
            MessageHeaderDecoder.ENCODED_LENGTH + TimerDecoder.ingestNsEncodingOffset();

    private final CaptureReader records;

    private CaptureInputs(final CaptureReader records) {
        this.records = records;
    }

    /**
     * Opens a capture for reading.
     *
     * @param folder the capture
     * @return a cursor before the first input
     * @throws CaptureException when there is no capture or its manifest was changed
     */
    @ColdPath("once a capture")
    public static CaptureInputs open(final Path folder) {
        return new CaptureInputs(CaptureReader.open(folder));
    }

    /**
     * What the capture's manifest says.
     *
     * @return the manifest
     */
    public Manifest manifest() {
        return records.manifest();
    }

    /**
     * Sequence of the current input on the ring it was recorded from.
     *
     * @return the sequence
     */
    public long sequence() {
        return records.sequence();
    }

    /**
     * Moves to the next input.
     *
     * @return false at the end
     * @throws CaptureException when a record is damaged; the message names it
     */
    @Override
    public boolean next() {
        while (records.next()) {
            if (records.isInput()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public DirectBuffer buffer() {
        return records.buffer();
    }

    @Override
    public int offset() {
        return records.offset();
    }

    @Override
    public int length() {
        return records.length();
    }

    @Override
    public long ingestNs() {
        return records.buffer().getLong(records.offset() + INGEST_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        records.close();
    }
}
