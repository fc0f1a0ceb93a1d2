package io.halfspread.gateway.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameRecorderTest {
    private static final long FIRST_NS = 1_790_000_000_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void shouldKeepEveryFrameAsItWas() throws Exception {
        final SplittableRandom random = new SplittableRandom(1);
        final String[] frames = new String[3_000];
        final FrameRecorder recorder = FrameRecorder.open(folder.resolve("frames.gz"));
        for (int i = 0; i < frames.length; i++) {
            frames[i] = "{\"channel\":\"x\",\"data\":\"" + "é".repeat(random.nextInt(i % 1_000 == 7 ? 90_000 : 300)) + i
                    + "\"}";
            final UnsafeBuffer buffer = new UnsafeBuffer(("  " + frames[i]).getBytes(StandardCharsets.UTF_8));
            recorder.onFrame(FIRST_NS + i, buffer, 2, buffer.capacity() - 2);
        }
        recorder.close();

        assertEquals(0, recorder.lost());
        assertNull(recorder.trouble());
        try (FrameFile file = FrameFile.open(folder.resolve("frames.gz"), new RefusedLines())) {
            for (int i = 0; i < frames.length; i++) {
                assertTrue(file.next());
                assertEquals(FIRST_NS + i, file.receiveNs());
                assertEquals(frames[i], text(file));
            }
            assertEquals(false, file.next());
        }
    }

    @Test
    void shouldKeepALineForAFrameThatHasSeveral() throws Exception {
        final FrameRecorder recorder = FrameRecorder.open(folder.resolve("frames.gz"));
        final UnsafeBuffer frame = new UnsafeBuffer("{\n \"a\":\r\n1}".getBytes(StandardCharsets.UTF_8));
        recorder.onFrame(FIRST_NS, frame, 0, frame.capacity());
        recorder.close();

        try (FrameFile file = FrameFile.open(folder.resolve("frames.gz"), new RefusedLines())) {
            assertTrue(file.next());
            assertEquals("{  \"a\":  1}", text(file));
        }
    }

    @Test
    void shouldCountWhatDoesNotFitAndTouchNoFileThatIsThere() throws Exception {
        final FrameRecorder recorder = FrameRecorder.open(folder.resolve("frames.gz"));
        recorder.onFrame(FIRST_NS, new UnsafeBuffer(new byte[3 << 20]), 0, 3 << 20);
        recorder.close();

        assertEquals(1, recorder.lost());
        assertThrows(FileAlreadyExistsException.class, () -> FrameRecorder.open(folder.resolve("frames.gz")));
    }

    private static String text(final FrameFile file) {
        final byte[] bytes = new byte[file.length()];
        file.buffer().getBytes(file.offset(), bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
