package io.halfspread.engine.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.engine.handler.RollingHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaptureVerifierTest {
    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private Path capture;
    private SampleSession session;

    @BeforeEach
    void recordCapture() {
        capture = folder.resolve("capture");
        session = new SampleSession(7);
        try (CaptureWriter writer = CaptureWriter.open(capture, SampleSession.IDENTITY, SampleSession.SMALL)) {
            session.append(writer, 30);
            writer.end(session.hash());
        }
    }

    @Test
    void shouldFindNothingWhenCaptureIsAsWritten() {
        final RollingHash inputHash = new RollingHash();
        for (final SampleSession.Message input : session.inputs()) {
            inputHash.update(new UnsafeBuffer(input.bytes()), 0, input.bytes().length);
        }

        final VerifyReport report = CaptureVerifier.verify(capture);

        assertEquals(null, report.problem());
        assertTrue(report.ok());
        assertEquals(CaptureStatus.ENDED, report.status());
        assertEquals(30, report.totals().inputs());
        assertEquals(session.messages.size() - 30, report.totals().outputs());
        assertEquals(Hex.hex16(inputHash.value()), report.inputHash());
        assertEquals(Hex.hex16(session.hash()), report.hash());
        assertTrue(report.segments() > 1, "several segments");
    }

    @Test
    void shouldFindEveryByteWhenOneIsFlipped() throws IOException {
        final SplittableRandom random = new SplittableRandom(1);
        final Manifest manifest = ManifestFile.read(capture);
        for (final SegmentEntry segment : manifest.segments()) {
            for (int at = 0; at < segment.bytes(); at++) {
                final int mask = 1 << random.nextInt(8);
                CaptureFiles.flip(capture.resolve(segment.name()), at, mask);
                final VerifyReport report = CaptureVerifier.verify(capture, manifest);
                CaptureFiles.flip(capture.resolve(segment.name()), at, mask);

                assertFalse(report.ok(), segment.name() + " @ " + at);
                assertTrue(report.problem().startsWith(segment.name() + " @ "), report.problem());
                final int named = Integer.parseInt(report.problem()
                        .substring(
                                (segment.name() + " @ ").length(),
                                report.problem().indexOf(':')));
                assertTrue(named <= at && at - named < 1100, at + " named as " + report.problem());
            }
        }
        assertTrue(CaptureVerifier.verify(capture).ok());
    }

    @Test
    void shouldNameTheRecordWhenItsPayloadIsChanged() throws IOException {
        final Path file = capture.resolve("segment-000001.hsc");
        final byte[] bytes = Files.readAllBytes(file);
        bytes[CaptureDescriptor.SEGMENT_HEADER_LENGTH + CaptureDescriptor.RECORD_HEADER_LENGTH + 9] ^= 1;
        Files.write(file, bytes);
        final long record = ManifestFile.read(capture).segments().get(0).records();
        final SampleSession.Message message = session.messages.get((int) record);

        final String problem = CaptureVerifier.verify(capture).problem();

        assertTrue(
                problem.matches("segment-000001\\.hsc @ 64: record " + record + " sequence " + message.sequence()
                        + " [A-Z][A-Za-z]+: checksum [0-9a-f]{8}, computed [0-9a-f]{8}"),
                problem);
        final CaptureException thrown = assertThrows(CaptureException.class, () -> SampleSession.read(capture));
        assertEquals(CaptureException.Cause.DAMAGED, thrown.kind());
        assertEquals(capture + ": " + problem, thrown.getMessage());
    }

    @Test
    void shouldFindEveryByteWhenOneOfTheManifestIsFlipped() throws IOException {
        final Path file = capture.resolve("manifest.yaml");
        final long length = Files.size(file);
        for (int at = 0; at < length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                CaptureFiles.flip(file, at, 1 << bit);
                final VerifyReport report = CaptureVerifier.verify(capture);
                CaptureFiles.flip(file, at, 1 << bit);

                assertFalse(report.ok(), "manifest @ " + at);
                assertTrue(report.problem().contains("manifest.yaml: "), report.problem());
            }
        }
        assertTrue(CaptureVerifier.verify(capture).ok());
    }

    @Test
    void shouldFindTheFileWhenOneIsMissingOrTooMany() throws IOException {
        final Path copy = folder.resolve("copy");
        final List<String> problems = new ArrayList<>();
        for (final String name : CaptureFolder.segmentFiles(capture)) {
            CaptureFiles.copy(capture, copy);
            Files.delete(copy.resolve(name));
            problems.add(CaptureVerifier.verify(copy).problem());
            CaptureFiles.delete(copy);
        }
        CaptureFiles.copy(capture, copy);
        Files.write(copy.resolve("segment-000077.hsc"), new byte[64]);

        assertEquals(
                CaptureFolder.segmentFiles(capture).stream()
                        .map(name -> name + ": missing")
                        .toList(),
                problems);
        assertEquals(
                "segment-000077.hsc: not in the manifest",
                CaptureVerifier.verify(copy).problem());
    }

    @Test
    void shouldFindTheSegmentWhenItIsCutShortOrLonger() throws IOException {
        final Path file = capture.resolve("segment-000000.hsc");
        final byte[] good = Files.readAllBytes(file);
        for (final int length : new int[] {0, 10, 64, good.length - 8, good.length + 8, good.length + 4096}) {
            Files.write(file, Arrays.copyOf(good, length));
            final VerifyReport report = CaptureVerifier.verify(capture);
            assertFalse(report.ok(), "length " + length);
            assertTrue(report.problem().startsWith("segment-00000"), report.problem());
        }
    }

    @Test
    void shouldFindSwappedSegmentsWhenTheirHashesAreForged() throws IOException {
        final Manifest manifest = ManifestFile.read(capture);
        final byte[] first = Files.readAllBytes(capture.resolve("segment-000000.hsc"));
        final byte[] second = Files.readAllBytes(capture.resolve("segment-000001.hsc"));
        Files.write(capture.resolve("segment-000000.hsc"), second);
        Files.write(capture.resolve("segment-000001.hsc"), first);
        final SegmentEntry a = manifest.segments().get(0);
        final SegmentEntry b = manifest.segments().get(1);
        final List<SegmentEntry> forged = new ArrayList<>(manifest.segments());
        forged.set(0, new SegmentEntry(a.name(), b.bytes(), b.records(), b.sha256()));
        forged.set(1, new SegmentEntry(b.name(), a.bytes(), a.records(), a.sha256()));
        CaptureFiles.write(capture, manifest, CaptureStatus.ENDED, forged);

        assertEquals(
                "segment-000000.hsc @ 0: index 1, expected 0",
                CaptureVerifier.verify(capture).problem());
    }

    @Test
    void shouldFindTheStateHashWhenAnInputBeforeItWasReplaced() throws IOException {
        final Path other = folder.resolve("other");
        final SampleSession forged = new SampleSession(7);
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CaptureDescriptor.MAX_MESSAGE_LENGTH]);
        try (CaptureWriter writer = CaptureWriter.open(other, SampleSession.IDENTITY, SampleSession.SMALL)) {
            for (final SampleSession.Message message : session.messages) {
                buffer.putBytes(0, message.bytes());
                if (message.input() && message.sequence() == 0) {
                    buffer.putByte(message.bytes().length - 1, (byte) ~message.bytes()[message.bytes().length - 1]);
                }
                if (message.input()) {
                    writer.appendInput(buffer, 0, message.bytes().length, message.sequence());
                } else {
                    writer.appendOutput(buffer, 0, message.bytes().length, message.sequence());
                }
            }
        }

        final String problem = CaptureVerifier.verify(other).problem();

        assertTrue(problem.contains(" StateHash: hash "), problem + forged.hash());
    }

    @Test
    void shouldVerifyWhatIsThereWhenCaptureIsBeingWritten() {
        final Path running = folder.resolve("running");
        final SampleSession live = new SampleSession(8);
        try (CaptureWriter writer = CaptureWriter.open(running, SampleSession.IDENTITY, SampleSession.SMALL)) {
            for (int i = 0; i < 60; i++) {
                live.append(writer, 1);
                final VerifyReport report = CaptureVerifier.verify(running);
                assertEquals(null, report.problem());
                assertEquals(CaptureStatus.RUNNING, report.status());
                assertEquals(i + 1, report.totals().inputs());
                assertTrue(report.note().startsWith("is being written by process "), report.note());
            }
        }
    }

    @Test
    void shouldNeverSeeHalfARecordWhenAnotherThreadWrites() throws InterruptedException {
        final Path running = folder.resolve("running");
        final CaptureSettings settings = new CaptureSettings(64 << 10, false, 0);
        final Thread writing = new Thread(() -> {
            final SampleSession live = new SampleSession(9);
            try (CaptureWriter writer = CaptureWriter.open(running, SampleSession.IDENTITY, settings)) {
                live.append(writer, 20_000);
            }
        });
        writing.start();
        while (!ManifestFile.isPresent(running)) {
            Thread.onSpinWait();
        }

        long verified = 0;
        while (writing.isAlive() || verified == 0) {
            final VerifyReport report = CaptureVerifier.verify(running);
            assertEquals(null, report.problem());
            verified = Math.max(verified, report.totals().inputs());
        }

        writing.join();
        assertEquals(20_000, CaptureVerifier.verify(running).totals().inputs());
    }

    @Test
    void shouldRefuseTheFolderWhenItIsNoCapture() {
        final CaptureException thrown = assertThrows(CaptureException.class, () -> CaptureVerifier.verify(folder));

        assertEquals(CaptureException.Cause.NOT_A_CAPTURE, thrown.kind());
    }
}
