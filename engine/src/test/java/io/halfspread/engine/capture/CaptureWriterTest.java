package io.halfspread.engine.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaptureWriterTest {
    private static final int ROUNDS = 8;
    private static final int RECORDS = 5_000;

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private final UnsafeBuffer message = new UnsafeBuffer(new byte[CaptureDescriptor.MAX_MESSAGE_LENGTH]);

    @Test
    void shouldAllocateNothingWhenItAppendsAndReads() {
        final Path capture = folder.resolve("capture");
        final int length = new SampleEvents(1).input(message, 0);
        final CaptureWriter writer =
                CaptureWriter.open(capture, SampleSession.IDENTITY, new CaptureSettings(32 << 20, false, 0));
        final long[] writing = new long[ROUNDS];
        final long[] reading = new long[ROUNDS];

        for (int round = 0; round < ROUNDS; round++) {
            final int from = round * RECORDS;
            writing[round] = allocated(() -> append(writer, length, from, RECORDS));
        }
        writer.close();
        final CaptureInputs inputs = CaptureInputs.open(capture);
        for (int round = 0; round < ROUNDS; round++) {
            reading[round] = allocated(() -> read(inputs, RECORDS));
        }
        inputs.close();

        // The compiler may allocate once when it replaces code; an append that allocates would show in every round.
        assertEquals(0, least(writing), "bytes allocated by appends: " + Arrays.toString(writing));
        assertEquals(0, least(reading), "bytes allocated by reads: " + Arrays.toString(reading));
    }

    @Test
    void shouldRefuseTheFolderWhenItHoldsSomething() throws IOException {
        final Path ended = folder.resolve("ended");
        SampleSession.record(ended, 1, 3);
        final Path file = Files.createFile(folder.resolve("file"));
        final Path other = Files.createDirectory(folder.resolve("other"));
        Files.createFile(other.resolve("notes.txt"));

        for (final Path used : new Path[] {ended, file, other}) {
            final CaptureException thrown = assertThrows(CaptureException.class, () -> open(used));
            assertEquals(CaptureException.Cause.NOT_EMPTY, thrown.kind());
            assertEquals(used + ": exists; a new or empty folder is accepted for a capture", thrown.getMessage());
        }
        assertTrue(CaptureVerifier.verify(ended).ok());
    }

    @Test
    void shouldRefuseTheFolderWhenThisProcessWritesThere() {
        final Path capture = folder.resolve("capture");
        try (CaptureWriter writer = open(capture)) {
            final CaptureException thrown = assertThrows(CaptureException.class, () -> open(capture));

            assertEquals(CaptureException.Cause.IN_USE, thrown.kind());
            assertTrue(writer.appendInput(message, 0, 100, 0), "the first goes on");
        }
    }

    @Test
    void shouldTakeTheFolderWhenItIsEmpty() throws IOException {
        final Path empty = Files.createDirectory(folder.resolve("empty"));

        open(empty).close();

        assertTrue(CaptureVerifier.verify(empty).ok());
    }

    @Test
    void shouldRefuseTheFolderWhenItCannotBeMade() throws IOException {
        final Path file = Files.createFile(folder.resolve("file"));

        final CaptureException thrown = assertThrows(CaptureException.class, () -> open(file.resolve("capture")));

        assertEquals(CaptureException.Cause.ENVIRONMENT, thrown.kind());
    }

    @Test
    void shouldLoseTheRestAndSaySoWhenSegmentCannotBeMade() throws IOException {
        final Path capture = folder.resolve("capture");
        final SampleSession session = new SampleSession(3);
        final CaptureWriter writer = open(capture);
        session.append(writer, 5);
        Files.createDirectory(capture.resolve("segment-000001.hsc"));

        session.append(writer, 100);

        assertEquals(CaptureState.LOSING, writer.state());
        assertTrue(writer.lostInputs() > 50, "lost inputs");
        assertTrue(
                writer.trouble().contains("segment segment-000001.hsc cannot be made: ")
                        && writer.trouble().contains(writer.lostInputs() + " inputs"),
                writer.trouble());
        assertFalse(writer.appendInput(message, 0, 100, 105));
        Files.delete(capture.resolve("segment-000001.hsc"));
        writer.end(1);
        final CaptureTotals totals = ManifestFile.read(capture).totals();
        assertEquals(106, totals.inputs() + totals.lostInputs());
        assertEquals("", ManifestFile.read(capture).hash());
        assertEquals(session.messages.subList(0, SampleSession.read(capture).size()), SampleSession.read(capture));
        assertTrue(CaptureVerifier.verify(capture).ok());
    }

    @Test
    void shouldGoOnWhenTheDiskRecoversInTime() throws IOException, InterruptedException {
        final Path capture = folder.resolve("capture");
        final CaptureSettings settings = new CaptureSettings(64 << 10, true, 0);
        Files.createDirectories(folder);
        final CaptureWriter writer = CaptureWriter.open(capture, SampleSession.IDENTITY, settings);
        Files.createDirectory(capture.resolve("segment-000001.hsc"));
        final SampleSession session = new SampleSession(4);
        while (writer.hasRoom()) {
            session.append(writer, 1);
        }

        while (writer.state() != CaptureState.FAILING) {
            Thread.sleep(5);
        }
        final String trouble = writer.trouble();
        Files.delete(capture.resolve("segment-000001.hsc"));
        while (!writer.hasRoom()) {
            Thread.sleep(5);
        }
        session.append(writer, 200);

        assertTrue(trouble.endsWith("; the open segment still records"), trouble);
        assertEquals(CaptureState.WRITING, writer.state());
        writer.close();
        assertEquals(session.messages, SampleSession.read(capture));
    }

    @Test
    void shouldRecordWhatWasAppendedWhenTheDiskForcesMeanwhile() {
        final Path capture = folder.resolve("capture");
        final CaptureWriter writer =
                CaptureWriter.open(capture, SampleSession.IDENTITY, new CaptureSettings(512 << 10, true, 1));
        final SampleSession session = new SampleSession(5);

        for (int i = 0; i < RECORDS; i++) {
            while (!writer.hasRoom()) {
                Thread.onSpinWait();
            }
            session.append(writer, 1);
        }
        writer.close();

        assertEquals(session.messages, SampleSession.read(capture));
        assertTrue(CaptureVerifier.verify(capture).ok());
    }

    private void append(final CaptureWriter writer, final int length, final int from, final int count) {
        for (int i = from; i < from + count; i++) {
            writer.appendInput(message, 0, length, i);
        }
    }

    private static void read(final CaptureInputs inputs, final int count) {
        for (int i = 0; i < count; i++) {
            if (!inputs.next() || inputs.ingestNs() < 0) {
                throw new IllegalStateException("ended at " + i);
            }
        }
    }

    private static long least(final long[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static long allocated(final Runnable work) {
        final com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long thread = Thread.currentThread().getId();
        threads.getThreadAllocatedBytes(thread);
        final long before = threads.getThreadAllocatedBytes(thread);
        work.run();
        return threads.getThreadAllocatedBytes(thread) - before;
    }

    private static CaptureWriter open(final Path folder) {
        return CaptureWriter.open(folder, SampleSession.IDENTITY, SampleSession.SMALL);
    }
}
