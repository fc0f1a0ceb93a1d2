package io.halfspread.engine.capture;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.nio.ByteOrder;
import org.agrona.BitUtil;

/**
 * Layout of a capture, version 1. Everything is little endian; docs/protocol/capture.md has a worked example.
 *
 * <pre>
 *   FOLDER/
 *     manifest.yaml          what it is, its status, its segments with their lengths and hashes
 *     segment-000000.hsc     segment header, records
 *     segment-000001.hsc     ...
 *
 *   Segment header, 64 bytes
 *    0               8               16      18      20
 *   +---------------+-------+-------+-------+-------+-------+
 *   | magic         | layout| index | schema| schema| header|
 *   | "HALFSPRD"    | u32   | u32   | id u16| version length|
 *   +---------------+-------+-------+-------+-------+-------+
 *    24              32              40              48                      60
 *   +---------------+---------------+---------------+-----------------------+-------+
 *   | content id    | first input   | first output  | zero                  | CRC32C|
 *   | i64           | sequence i64  | sequence i64  |                       | of 0..59
 *   +---------------+---------------+---------------+-----------------------+-------+
 *
 *   Record, a multiple of 8 bytes
 *    0       4       8               16  17      20      24
 *   +-------+-------+---------------+---+-------+-------+----------------------+-------+
 *   | length| CRC32C| sequence      | k | zero  | length| SBE message          | zeros |
 *   | u32   | u32   | i64           | u8| 3     | u32   | (length bytes)       | 0..7  |
 *   +-------+-------+---------------+---+-------+-------+----------------------+-------+
 * </pre>
 *
 * <p>The checksum covers a record from byte 8 to the end of its padding. The length stands twice: the first copy is
 * written last, in order, so that a reader of a live capture never sees half a record; the second is under the checksum.
 * A length of zero, or the end of the file, ends a segment. Kind k is 1 for an input of the engine and 2 for an output. The
 * sequence is that of the ring the message travelled on; an output's message itself begins with the sequence of the input
 * that caused it, and stands behind that input and before the next.
 */
@HotPath
public final class CaptureDescriptor {
    /** Version of this layout. */
    public static final int LAYOUT_VERSION = 1;

    /** First eight bytes of a segment, "HALFSPRD" in ASCII, as a little-endian number. */
    public static final long MAGIC = 0x4452_5053_464c_4148L;

    /** Bytes of the segment header. */
    public static final int SEGMENT_HEADER_LENGTH = 64;

    /** Bytes of the record header. */
    public static final int RECORD_HEADER_LENGTH = 24;

    /** Records begin at multiples of this. */
    public static final int RECORD_ALIGNMENT = 8;

    /** Longest message a record holds: a ring slot. */
    public static final int MAX_MESSAGE_LENGTH = 1024;

    /** Shortest message: its header. */
    public static final int MIN_MESSAGE_LENGTH = 8;

    /** Kind of a record that holds an input. */
    public static final int INPUT = 1;

    /** Kind of a record that holds an output. */
    public static final int OUTPUT = 2;

    static final int LAYOUT_OFFSET = 8;
    static final int INDEX_OFFSET = 12;
    static final int SCHEMA_ID_OFFSET = 16;
    static final int SCHEMA_VERSION_OFFSET = 18;
    static final int HEADER_LENGTH_OFFSET = 20;
    static final int CONTENT_ID_OFFSET = 24;
    static final int FIRST_INPUT_OFFSET = 32;
    static final int FIRST_OUTPUT_OFFSET = 40;
    static final int HEADER_CHECKSUM_OFFSET = 60;

    static final int CHECKSUM_OFFSET = 4;
    static final int CHECKED_OFFSET = 8;
    static final int SEQUENCE_OFFSET = 8;
    static final int KIND_OFFSET = 16;
    static final int SECOND_LENGTH_OFFSET = 20;

    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    static final String MANIFEST = "manifest.yaml";
    static final String LOCK = "capture.lock";
    static final String SEGMENT_PREFIX = "segment-";
    static final String SEGMENT_SUFFIX = ".hsc";

    private static final int INDEX_DIGITS = 6;
    private static final boolean NATIVE = ByteOrder.nativeOrder() == ORDER;

    private CaptureDescriptor() {}

    /**
     * Bytes a message takes in a segment.
     *
     * @param messageLength bytes of the message
     * @return bytes of its record, header and padding included
     */
    public static int recordLength(final int messageLength) {
        return BitUtil.align(RECORD_HEADER_LENGTH + messageLength, RECORD_ALIGNMENT);
    }

    /**
     * File name of a segment.
     *
     * @param index number of the segment from 0
     * @return the name
     */
    @ColdPath("names are for files and messages")
    public static String segmentName(final int index) {
        final String digits = Integer.toString(index);
        return SEGMENT_PREFIX + "0".repeat(Math.max(0, INDEX_DIGITS - digits.length())) + digits + SEGMENT_SUFFIX;
    }

    static int littleEndian(final int value) {
        return NATIVE ? value : Integer.reverseBytes(value);
    }
}
