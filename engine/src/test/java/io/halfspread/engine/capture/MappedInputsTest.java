package io.halfspread.engine.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.engine.replay.InputSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MappedInputsTest {
    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    void shouldGiveTheInputsOfTheCaptureWhenSeveralReadAtOnce() throws Exception {
        final Path capture = folder.resolve("capture");
        final SampleSession session = SampleSession.record(capture, 3, 300);
        final ExecutorService threads = Executors.newFixedThreadPool(3);
        try (MappedInputs inputs = MappedInputs.open(capture)) {
            assertTrue(inputs.manifest().segments().size() > 2, "several segments");
            final Callable<List<SampleSession.Message>> read = () -> read(inputs.cursor(Long.MAX_VALUE), session);
            final List<Future<List<SampleSession.Message>>> readers = threads.invokeAll(List.of(read, read, read));
            for (final Future<List<SampleSession.Message>> reader : readers) {
                assertEquals(session.inputs(), reader.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void shouldEndBeforeTheFirstLaterInputWhenAnEndIsStated() {
        final Path capture = folder.resolve("capture");
        SampleSession.record(capture, 5, 50);
        final List<Long> times = new ArrayList<>();
        try (CaptureInputs all = CaptureInputs.open(capture)) {
            while (all.next()) {
                times.add(all.ingestNs());
            }
        }
        try (MappedInputs inputs = MappedInputs.open(capture)) {
            for (final long endNs : times) {
                int expected = 0;
                while (expected < times.size() && times.get(expected) <= endNs) {
                    expected++;
                }
                final InputSource cursor = inputs.cursor(endNs);
                int found = 0;
                while (cursor.next()) {
                    assertEquals(times.get(found++), cursor.ingestNs());
                }
                assertEquals(expected, found);
                assertFalse(cursor.next());
                cursor.close();
            }
        }
    }

    @Test
    void shouldRefuseWhenAByteIsFlipped() throws IOException {
        final Path capture = folder.resolve("capture");
        SampleSession.record(capture, 5, 50);
        CaptureFiles.flip(capture.resolve(CaptureDescriptor.segmentName(1)), 200, 4);

        final CaptureException refused = assertThrows(CaptureException.class, () -> MappedInputs.open(capture));

        assertEquals(CaptureException.Cause.DAMAGED, refused.kind());
        assertTrue(refused.getMessage().contains(CaptureDescriptor.segmentName(1)), refused.getMessage());
    }

    @Test
    void shouldRefuseWhenItIsStillWritten() {
        final Path capture = folder.resolve("capture");
        try (CaptureWriter writer = CaptureWriter.open(capture, SampleSession.IDENTITY, SampleSession.SMALL)) {
            new SampleSession(1).append(writer, 9);

            final CaptureException refused = assertThrows(CaptureException.class, () -> MappedInputs.open(capture));

            assertEquals(CaptureException.Cause.IN_USE, refused.kind());
        }
    }

    private static List<SampleSession.Message> read(final InputSource cursor, final SampleSession session) {
        final List<SampleSession.Message> read = new ArrayList<>();
        while (cursor.next()) {
            final byte[] bytes = new byte[cursor.length()];
            cursor.buffer().getBytes(cursor.offset(), bytes);
            read.add(new SampleSession.Message(
                    true, session.inputs().get(read.size()).sequence(), bytes));
        }
        return read;
    }
}
