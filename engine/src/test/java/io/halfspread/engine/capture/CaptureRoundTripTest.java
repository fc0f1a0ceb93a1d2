package io.halfspread.engine.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaptureRoundTripTest {
    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    void shouldReadBackEveryMessageWhenSessionsDiffer() {
        final SplittableRandom random = new SplittableRandom(1);

        for (int seed = 0; seed < 30; seed++) {
            final Path capture = folder.resolve("capture-" + seed);
            final SampleSession session = SampleSession.record(capture, seed, random.nextInt(120));

            assertEquals(session.messages, SampleSession.read(capture), "seed " + seed);
        }
    }

    @Test
    void shouldReadInputsOnlyWhenAskedForInputs() {
        final Path capture = folder.resolve("capture");
        final SampleSession session = SampleSession.record(capture, 3, 200);

        final List<SampleSession.Message> inputs = new ArrayList<>();
        try (CaptureInputs cursor = CaptureInputs.open(capture)) {
            while (cursor.next()) {
                final byte[] bytes = new byte[cursor.length()];
                cursor.buffer().getBytes(cursor.offset(), bytes);
                inputs.add(new SampleSession.Message(true, cursor.sequence(), bytes));
                assertEquals(1_765_324_800_000_000_000L + cursor.sequence() * 1_000_000, cursor.ingestNs());
            }
        }

        assertEquals(session.inputs(), inputs);
    }

    @Test
    void shouldSayInManifestWhatWasRecorded() throws IOException {
        final Path capture = folder.resolve("capture");

        final SampleSession session = new SampleSession(4);
        final CaptureWriter writer = CaptureWriter.open(capture, SampleSession.IDENTITY, SampleSession.SMALL);
        session.append(writer, 100);
        writer.instruments(List.of("ETH", "BTC", "SOL"));
        writer.end(0xfeedL);

        final Manifest manifest = ManifestFile.read(capture);
        assertEquals(CaptureStatus.ENDED, manifest.status());
        assertEquals("", manifest.owner());
        assertEquals("000000000000feed", manifest.hash());
        assertEquals(SampleSession.IDENTITY.withInstruments(List.of("ETH", "BTC", "SOL")), manifest.identity());
        assertEquals(new CaptureTotals(0, 99, 100, session.messages.size() - 100L, 0, 0), manifest.totals());
        assertTrue(manifest.segments().size() > 2, "several segments");
        assertEquals(
                session.messages.size(),
                manifest.segments().stream().mapToLong(SegmentEntry::records).sum());
        for (final SegmentEntry segment : manifest.segments()) {
            assertEquals(segment.bytes(), Files.size(capture.resolve(segment.name())));
        }
        assertFalse(Files.exists(capture.resolve("capture.lock")));
        assertEquals(CaptureState.CLOSED, writer.state());
        assertNull(writer.trouble());
    }

    @Test
    void shouldLeaveNoSegmentWhenNothingWasRecorded() {
        final Path capture = folder.resolve("capture");

        CaptureWriter.open(capture, SampleSession.IDENTITY, SampleSession.SMALL).close();

        assertEquals(List.of(), ManifestFile.read(capture).segments());
        assertEquals(CaptureTotals.NONE, ManifestFile.read(capture).totals());
        assertEquals(List.of(), SampleSession.read(capture));
    }

    @Test
    void shouldReadToTheLastRecordWhenCaptureIsStillWritten() {
        final Path capture = folder.resolve("capture");
        final SampleSession session = new SampleSession(5);

        try (CaptureWriter writer = CaptureWriter.open(capture, SampleSession.IDENTITY, SampleSession.SMALL)) {
            for (int i = 0; i < 40; i++) {
                session.append(writer, 1);
                assertEquals(session.messages, SampleSession.read(capture));
            }
        }
    }

    @Test
    void shouldRecordTheSameWhenDiskWorkIsInTheBackground() {
        final Path capture = folder.resolve("capture");
        final SampleSession session = new SampleSession(6);
        final CaptureSettings background = new CaptureSettings(1 << 20, true, 1);

        try (CaptureWriter writer = CaptureWriter.open(capture, SampleSession.IDENTITY, background)) {
            for (int i = 0; i < 20_000; i++) {
                while (!writer.hasRoom()) {
                    Thread.onSpinWait();
                }
                session.append(writer, 1);
            }
            assertEquals(CaptureState.WRITING, writer.state());
        }

        assertEquals(session.messages, SampleSession.read(capture));
        assertTrue(ManifestFile.read(capture).segments().size() > 3, "several segments");
    }

    @Test
    void shouldRefuseMessageWhenItsLengthIsOutOfRange() {
        final UnsafeBuffer message = new UnsafeBuffer(new byte[2000]);
        try (CaptureWriter writer =
                CaptureWriter.open(folder.resolve("capture"), SampleSession.IDENTITY, SampleSession.SMALL)) {
            assertThrows(IllegalArgumentException.class, () -> writer.appendInput(message, 0, 7, 0));
            assertThrows(IllegalArgumentException.class, () -> writer.appendInput(message, 0, 1025, 0));
            assertTrue(writer.appendInput(message, 0, 1024, 0));
        }
    }
}
