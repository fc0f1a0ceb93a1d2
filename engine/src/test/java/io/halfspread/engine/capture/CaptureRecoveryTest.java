package io.halfspread.engine.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaptureRecoveryTest {
    @TempDir(factory = MemoryFolder.class)
    Path folder;

    /** The tail in which every single length is tried: several records. */
    private static final int EVERY_BYTE = 1_200;

    private SampleSession session;

    /** A capture of one sealed and one open segment whose writer is gone; the open one is the second. */
    private Path abandoned(final CaptureSettings settings, final int inputs) {
        final Path running = folder.resolve("running");
        final Path abandoned = folder.resolve("abandoned");
        session = new SampleSession(11);
        final CaptureWriter writer = CaptureWriter.open(running, SampleSession.IDENTITY, settings);
        session.append(writer, inputs);
        CaptureFiles.abandon(running, abandoned);
        writer.close();
        return abandoned;
    }

    @Test
    void shouldKeepEveryRecordWhenWriterDiedBetweenTwo() {
        final Path capture = abandoned(SampleSession.SMALL, 30);

        final RecoveryReport report = CaptureRecovery.recover(capture);

        assertEquals(CaptureStatus.RECOVERED, report.status());
        assertTrue(report.changed());
        assertEquals(capture + ": recovered: its writer died; nothing was cut", report.text());
        assertEquals(session.messages, SampleSession.read(capture));
        assertEquals(null, CaptureVerifier.verify(capture).problem());
        assertFalse(CaptureRecovery.recover(capture).changed());
        assertFalse(Files.exists(capture.resolve("capture.lock")));
    }

    @Test
    void shouldCutAtTheLastWholeRecordWhenFileEndsAnywhere() throws IOException {
        final Path capture = abandoned(SampleSession.SMALL, 30);
        final String last = lastSegment(capture);
        final byte[] bytes = used(capture.resolve(last));
        final int sealed = ManifestFile.read(capture).segments().size();
        final Path torn = folder.resolve("torn");

        for (int length = 0; length < bytes.length; length += length < bytes.length - EVERY_BYTE ? 53 : 1) {
            CaptureFiles.copy(capture, torn);
            Files.write(torn.resolve(last), Arrays.copyOf(bytes, length));
            final List<SampleSession.Message> readable = SampleSession.read(torn);

            final RecoveryReport report = CaptureRecovery.recover(torn);

            assertEquals(CaptureStatus.RECOVERED, report.status(), "length " + length);
            final List<SampleSession.Message> kept = SampleSession.read(torn);
            assertEquals(session.messages.subList(0, kept.size()), kept);
            assertEquals(readable, kept);
            assertEquals(null, CaptureVerifier.verify(torn).problem());
            final Manifest manifest = ManifestFile.read(torn);
            final long left = manifest.segments().size() > sealed
                    ? manifest.segments().get(sealed).bytes()
                    : 0;
            assertTrue(left <= length && length - left < 1100, "cut " + length + " to " + left);
            CaptureFiles.delete(torn);
        }
    }

    @Test
    void shouldCutAtTheLastWholeRecordWhenItsRestWasNeverWritten() throws IOException {
        final Path capture = abandoned(SampleSession.SMALL, 30);
        final String last = lastSegment(capture);
        final byte[] bytes = used(capture.resolve(last));
        final int start = bytes.length - lastRecordLength(bytes);
        final Path torn = folder.resolve("torn");

        for (int from = start + 1; from < bytes.length; from++) {
            CaptureFiles.copy(capture, torn);
            final byte[] partly = bytes.clone();
            Arrays.fill(partly, from, bytes.length, (byte) 0);
            if (Arrays.equals(partly, bytes)) {
                CaptureFiles.delete(torn);
                continue;
            }
            overwrite(torn.resolve(last), partly);

            final RecoveryReport report = CaptureRecovery.recover(torn);

            assertEquals(CaptureStatus.RECOVERED, report.status(), "from " + from);
            assertTrue(report.text().contains(last + " cut at " + start + ": "), report.text());
            assertEquals(session.messages.subList(0, session.messages.size() - 1), SampleSession.read(torn));
            CaptureFiles.delete(torn);
        }
    }

    @Test
    void shouldCutARecordWhenItsLengthWasNotWrittenYet() throws IOException {
        final Path capture = abandoned(SampleSession.SMALL, 30);
        final String last = lastSegment(capture);
        final byte[] bytes = used(capture.resolve(last));
        final int start = bytes.length - lastRecordLength(bytes);
        Arrays.fill(bytes, start, start + 4, (byte) 0);
        overwrite(capture.resolve(last), bytes);
        final VerifyReport before = CaptureVerifier.verify(capture);

        final RecoveryReport report = CaptureRecovery.recover(capture);

        assertEquals(null, before.problem());
        assertTrue(
                before.note().startsWith("its writer died, not recovered yet; no whole record: " + last),
                before.note());
        assertEquals(CaptureStatus.RECOVERED, report.status());
        assertEquals(session.messages.subList(0, session.messages.size() - 1), SampleSession.read(capture));
    }

    @Test
    void shouldQuarantineWhenARecordBeforeTheTailIsDamaged() throws IOException {
        final Path capture = abandoned(new CaptureSettings(64 << 10, false, 0), 40);
        final byte[] original = used(capture.resolve("segment-000000.hsc"));
        final int lastRecord = original.length - lastRecordLength(original);
        final Path damaged = folder.resolve("damaged");

        for (int at = 0; at < lastRecord; at += 23) {
            CaptureFiles.copy(capture, damaged);
            CaptureFiles.flip(damaged.resolve("segment-000000.hsc"), at, 0x10);
            final byte[] asFound = Files.readAllBytes(damaged.resolve("segment-000000.hsc"));

            final RecoveryReport report = CaptureRecovery.recover(damaged);

            assertEquals(CaptureStatus.QUARANTINED, report.status(), "at " + at + ": " + report.text());
            assertTrue(report.text().contains(": quarantined: segment-000000.hsc @ "), report.text());
            assertTrue(
                    Arrays.equals(asFound, Files.readAllBytes(damaged.resolve("segment-000000.hsc"))),
                    "segment untouched");
            assertEquals(CaptureStatus.QUARANTINED, ManifestFile.read(damaged).status());
            final String problem = CaptureVerifier.verify(damaged).problem();
            assertTrue(problem.startsWith("segment-000000.hsc @ "), problem);
            CaptureFiles.delete(damaged);
        }
    }

    @Test
    void shouldLeaveItAloneWhenItsWriterLives() {
        final Path capture = folder.resolve("capture");
        try (CaptureWriter writer = CaptureWriter.open(capture, SampleSession.IDENTITY, SampleSession.SMALL)) {
            new SampleSession(1).append(writer, 3);

            final RecoveryReport report = CaptureRecovery.recover(capture);

            assertEquals(CaptureStatus.RUNNING, report.status());
            assertFalse(report.changed());
            assertTrue(report.text().contains("is being written by process "), report.text());
        }
        assertEquals(CaptureStatus.ENDED, ManifestFile.read(capture).status());
    }

    @Test
    void shouldDeleteSegmentsWhenNothingWasWrittenToThem() throws IOException {
        final Path capture = abandoned(SampleSession.SMALL, 30);
        final int files = CaptureFolder.segmentFiles(capture).size();
        Files.write(capture.resolve(CaptureDescriptor.segmentName(files)), new byte[4096]);
        Files.write(capture.resolve("manifest.yaml.tmp"), new byte[3]);

        CaptureRecovery.recover(capture);

        assertEquals(files, CaptureFolder.segmentFiles(capture).size());
        assertFalse(Files.exists(capture.resolve("manifest.yaml.tmp")));
        assertEquals(session.messages, SampleSession.read(capture));
    }

    private static String lastSegment(final Path capture) {
        final List<String> names = CaptureFolder.segmentFiles(capture);
        return names.get(names.size() - 1);
    }

    private static byte[] used(final Path segment) throws IOException {
        final byte[] bytes = Files.readAllBytes(segment);
        try (SegmentMemory memory = SegmentMemory.map(segment)) {
            final SegmentCursor cursor = new SegmentCursor();
            cursor.wrap(memory);
            while (cursor.next() == SegmentCursor.RECORD) {
                Thread.onSpinWait();
            }
            return Arrays.copyOf(bytes, cursor.start());
        }
    }

    private static int lastRecordLength(final byte[] used) {
        final ByteBuffer bytes = ByteBuffer.wrap(used).order(CaptureDescriptor.ORDER);
        int at = CaptureDescriptor.SEGMENT_HEADER_LENGTH;
        int length = 0;
        while (at < used.length) {
            length = CaptureDescriptor.recordLength(bytes.getInt(at));
            at += length;
        }
        return length;
    }

    private static void overwrite(final Path file, final byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), 0);
        }
    }
}
