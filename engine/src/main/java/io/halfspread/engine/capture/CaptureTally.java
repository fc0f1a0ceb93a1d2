package io.halfspread.engine.capture;

import io.halfspread.codec.dump.EventKind;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.StateHashDecoder;
import io.halfspread.engine.handler.RollingHash;

/**
 * Counts the records of a capture and checks what each must be after those before it: a known message, the next sequence of
 * its ring, behind the input that caused it, and where it is a state hash, the hash of all before it.
 */
final class CaptureTally {
    private static final int NONE = -1;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final StateHashDecoder stateHash = new StateHashDecoder();
    private final RollingHash inputHash = new RollingHash();
    private final RollingHash hash = new RollingHash();
    private final boolean whole;
    private long firstInput;
    private long lastInput;
    private long lastOutput = NONE;
    private long inputs;
    private long outputs;
    private long stateHashes;

    private CaptureTally(final CaptureTotals before, final boolean whole) {
        this.whole = whole;
        this.firstInput = before.firstSequence();
        this.lastInput = before.lastSequence();
        this.inputs = before.inputs();
        this.outputs = before.outputs();
    }

    /** From the first record on. */
    static CaptureTally fromStart() {
        return new CaptureTally(CaptureTotals.NONE, true);
    }

    /** From behind the sealed segments on: their bytes are not seen, so no hash over all is checked. */
    static CaptureTally after(final CaptureTotals sealed) {
        return new CaptureTally(sealed, false);
    }

    /** Checks that a segment follows on what was counted. Returns what is wrong, null when nothing is. */
    String enter(final SegmentHeader segment, final int index, final Manifest manifest) {
        if (segment.index() != index) {
            return "index " + segment.index() + ", expected " + index;
        }
        if (segment.schemaId() != manifest.schemaId() || segment.schemaVersion() != manifest.schemaVersion()) {
            return "schema " + segment.schemaId() + " version " + segment.schemaVersion() + ", the manifest says "
                    + manifest.schemaId() + " version " + manifest.schemaVersion();
        }
        if (segment.contentId() != manifest.identity().contentId()) {
            return "content id " + Hex.hex16(segment.contentId()) + ", the manifest says "
                    + Hex.hex16(manifest.identity().contentId());
        }
        if (inputs > 0 && segment.firstInput() != lastInput + 1) {
            return "first input sequence " + segment.firstInput() + ", expected " + (lastInput + 1);
        }
        if (lastOutput != NONE && segment.firstOutput() != lastOutput + 1) {
            return "first output sequence " + segment.firstOutput() + ", expected " + (lastOutput + 1);
        }
        if (inputs == 0) {
            lastInput = segment.firstInput() - 1;
        }
        lastOutput = segment.firstOutput() - 1;
        return null;
    }

    /** Checks and counts a record whose checksum holds. Returns what is wrong, null when nothing is. */
    String count(final SegmentCursor record) {
        header.wrap(record.buffer(), record.offset());
        final EventKind kind = EventKind.of(header.templateId());
        final boolean input = record.kind() == CaptureDescriptor.INPUT;
        if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
            return "schema id " + header.schemaId() + ", accepted is " + MessageHeaderDecoder.SCHEMA_ID;
        }
        if (kind == null) {
            return "template " + header.templateId() + " is not in the schema";
        }
        if (kind.isInput() != input) {
            return kind.template() + " recorded as an " + (input ? "input" : "output");
        }
        if (MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength() > record.length()) {
            return "block of " + header.blockLength() + " bytes in a message of " + record.length();
        }
        return input ? countInput(record) : countOutput(record, kind);
    }

    CaptureTotals totals() {
        return new CaptureTotals(firstInput, inputs == 0 ? NONE : lastInput, inputs, outputs, 0, 0);
    }

    /** Rolling hash over the inputs alone. */
    long inputHash() {
        return inputHash.value();
    }

    /** Rolling hash over inputs and outputs, as the engine keeps it. */
    long hash() {
        return hash.value();
    }

    private String countInput(final SegmentCursor record) {
        if (record.sequence() != lastInput + 1) {
            return "expected input sequence " + (lastInput + 1);
        }
        if (inputs++ == 0) {
            firstInput = record.sequence();
        }
        lastInput = record.sequence();
        inputHash.update(record.buffer(), record.offset(), record.length());
        hash.update(record.buffer(), record.offset(), record.length());
        return null;
    }

    private String countOutput(final SegmentCursor record, final EventKind kind) {
        final long cause =
                record.buffer().getLong(record.offset() + MessageHeaderDecoder.ENCODED_LENGTH, CaptureDescriptor.ORDER);
        if (record.sequence() != lastOutput + 1) {
            return "expected output sequence " + (lastOutput + 1);
        }
        if (cause != lastInput) {
            return "caused by input " + cause + ", recorded behind input " + lastInput;
        }
        if (kind == EventKind.HASH) {
            final String fault = checkHash(record);
            if (fault != null) {
                return fault;
            }
            stateHashes++;
        } else {
            hash.update(record.buffer(), record.offset(), record.length());
        }
        lastOutput = record.sequence();
        outputs++;
        return null;
    }

    private String checkHash(final SegmentCursor record) {
        stateHash.wrap(
                record.buffer(),
                record.offset() + MessageHeaderDecoder.ENCODED_LENGTH,
                header.blockLength(),
                header.version());
        if (!whole || firstInput != 0) {
            return null;
        }
        if (stateHash.inputs() != inputs || stateHash.outputs() != outputs - stateHashes) {
            return "covers " + stateHash.inputs() + " inputs and " + stateHash.outputs() + " outputs, recorded are "
                    + inputs + " and " + (outputs - stateHashes);
        }
        return stateHash.hash() == hash.value()
                ? null
                : "hash " + Hex.hex16(stateHash.hash()) + ", computed " + Hex.hex16(hash.value());
    }
}
