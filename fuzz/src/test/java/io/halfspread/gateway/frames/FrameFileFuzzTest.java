package io.halfspread.gateway.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.fuzz.Digest;
import io.halfspread.fuzz.KeptInputs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A file of raw frames: lines are the same however the bytes come in, times never run backwards, every frame lies in its line,
 * and nothing in it is fatal.
 */
class FrameFileFuzzTest {
    private static final int LONGEST_LINE = 1 << 10;
    private static final long DAY_NS = 86_400_000_000_000L;

    private final Path file;

    FrameFileFuzzTest() throws IOException {
        file = Files.createTempFile("frames", ".raw");
        file.toFile().deleteOnExit();
    }

    @KeptInputs
    @FuzzTest
    void shouldReadEveryUsableLine(final byte[] bytes) throws IOException {
        assertEquals(lines(new ByteArrayInputStream(bytes)), lines(new Dripping(bytes)));
        Files.write(file, bytes);
        final RefusedLines refused = new RefusedLines();
        try (FrameFile frames = FrameFile.open(file, refused)) {
            long last = Long.MIN_VALUE;
            while (frames.next()) {
                assertTrue(frames.receiveNs() >= last);
                last = frames.receiveNs();
                assertTrue(frames.offset() >= 0 && frames.length() >= 0);
                assertTrue(frames.offset() + frames.length() <= frames.buffer().capacity());
            }
        } catch (final IOException e) {
            return;
        }
        try (FrameInputs inputs = new FrameInputs(List.of(file), CoinIndex.discovering())) {
            for (int i = 0; inputs.next(); i++) {
                assertTrue(inputs.length() > 0 && inputs.ingestNs() < Long.MAX_VALUE - DAY_NS, "event " + i);
            }
        }
    }

    private static String lines(final InputStream in) throws IOException {
        final Digest digest = new Digest();
        try (FrameLines lines = new FrameLines(in, LONGEST_LINE)) {
            while (lines.next()) {
                digest.add(lines.number(), lines.tooLong(), lines.tooLong() ? "" : line(lines));
            }
        }
        return digest.toString();
    }

    private static String line(final FrameLines lines) {
        final UnsafeBuffer buffer = lines.buffer();
        final byte[] line = new byte[lines.length()];
        buffer.getBytes(lines.offset(), line);
        return Base64.getEncoder().encodeToString(line);
    }

    /** Gives one to three bytes a read. */
    private static final class Dripping extends ByteArrayInputStream {
        private int reads;

        Dripping(final byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(final byte[] target, final int offset, final int length) {
            return super.read(target, offset, Math.min(length, 1 + reads++ % 3));
        }
    }
}
