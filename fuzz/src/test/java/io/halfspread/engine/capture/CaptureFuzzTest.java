package io.halfspread.engine.capture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.halfspread.codec.dump.EventDump;
import io.halfspread.fuzz.KeptInputs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A sound capture whose segment is changed as the input says: the first byte chooses whether the capture was sealed, whether
 * checksums are made right again, and whether the end is cut off; then come places, lengths and bytes. What the verifier
 * passes the reader reads, and all else is refused by a capture's own exception.
 */
class CaptureFuzzTest {
    private static final int SEALED = 1;
    private static final int CHECKED = 2;
    private static final int CUT = 4;
    private static final int RECORDS = CaptureDescriptor.SEGMENT_HEADER_LENGTH;

    private final Path folder;
    private final SealedCapture capture;
    private final EventDump dump = new EventDump();

    CaptureFuzzTest() throws IOException {
        folder = Files.createTempDirectory("capture");
        capture = new SealedCapture(folder.resolve("sound"));
    }

    @KeptInputs
    @FuzzTest
    void shouldReadWhatTheVerifierPasses(final byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return;
        }
        final Path harmed = folder.resolve("harmed");
        Files.createDirectories(harmed);
        final boolean sealed = (bytes[0] & SEALED) != 0;
        final byte[] segment = harm(bytes);
        Files.write(harmed.resolve(CaptureDescriptor.segmentName(0)), segment);
        writeManifest(harmed, sealed);
        Boolean sound = null;
        try {
            sound = CaptureVerifier.verify(harmed).ok();
            read(harmed);
        } catch (final CaptureException e) {
            assertTrue(!Boolean.TRUE.equals(sound), () -> "verified, but " + e.getMessage());
        }
    }

    private void read(final Path harmed) {
        try (CaptureReader reader = CaptureReader.open(harmed)) {
            while (reader.next()) {
                dump(reader);
            }
        }
    }

    private void dump(final CaptureReader reader) {
        try {
            dump.line(reader.buffer(), reader.offset(), reader.length(), reader.sequence());
        } catch (final IllegalArgumentException e) {
            assertTrue(e.getMessage().contains("cut short"), e::getMessage);
        }
    }

    private void writeManifest(final Path harmed, final boolean sealed) throws IOException {
        final Manifest m = capture.sealed;
        ManifestFile.write(
                harmed,
                new Manifest(
                        m.layout(),
                        m.schemaId(),
                        m.schemaVersion(),
                        m.identity(),
                        sealed ? m.status() : CaptureStatus.RUNNING,
                        sealed ? m.owner() : "process 0 started never",
                        m.note(),
                        m.totals(),
                        m.hash(),
                        sealed ? m.segments() : List.of()));
    }

    private byte[] harm(final byte[] bytes) {
        final ByteBuffer plan = ByteBuffer.wrap(bytes);
        final int mode = plan.get();
        byte[] segment = capture.segment.clone();
        if ((mode & CUT) != 0 && plan.remaining() >= 2) {
            segment = Arrays.copyOf(segment, (plan.getShort() & 0xFFFF) % (segment.length + 1));
        }
        while (plan.remaining() >= 4 && segment.length > 0) {
            final int at = (plan.getShort() & 0xFFFF) % segment.length;
            final int count = Math.min(Math.min(plan.get() & 0x3F, plan.remaining()), segment.length - at);
            plan.get(segment, at, count);
        }
        if ((mode & CHECKED) != 0) {
            repair(segment);
        }
        return segment;
    }

    private static void repair(final byte[] segment) {
        final ByteBuffer buffer = ByteBuffer.wrap(segment).order(ByteOrder.LITTLE_ENDIAN);
        if (segment.length < RECORDS) {
            return;
        }
        buffer.putInt(
                CaptureDescriptor.HEADER_CHECKSUM_OFFSET, crc(segment, 0, CaptureDescriptor.HEADER_CHECKSUM_OFFSET));
        int at = RECORDS;
        while (at + CaptureDescriptor.RECORD_HEADER_LENGTH <= segment.length) {
            final int length = buffer.getInt(at);
            if (length <= 0
                    || length > CaptureDescriptor.MAX_MESSAGE_LENGTH
                    || at + CaptureDescriptor.recordLength(length) > segment.length) {
                return;
            }
            buffer.putInt(at + CaptureDescriptor.SECOND_LENGTH_OFFSET, length);
            final int end = at + CaptureDescriptor.recordLength(length);
            buffer.putInt(
                    at + CaptureDescriptor.CHECKSUM_OFFSET, crc(segment, at + CaptureDescriptor.CHECKED_OFFSET, end));
            at = end;
        }
    }

    private static int crc(final byte[] bytes, final int from, final int to) {
        final CRC32C crc = new CRC32C();
        crc.update(bytes, from, to - from);
        return (int) crc.getValue();
    }
}
