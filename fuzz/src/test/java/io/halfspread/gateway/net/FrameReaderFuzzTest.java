package io.halfspread.gateway.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.halfspread.fuzz.Digest;
import io.halfspread.fuzz.KeptInputs;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Base64;
import org.agrona.DirectBuffer;

/**
 * Bytes of a WebSocket: the same messages come out in whatever parts the bytes come in, and when messages are not taken at
 * once.
 */
class FrameReaderFuzzTest {
    private static final int LIMIT = 300;

    @KeptInputs
    @FuzzTest
    void shouldFindTheSameFramesHoweverTheBytesArrive(final byte[] bytes) {
        final String whole = read(bytes, Math.max(1, bytes.length), 0);
        assertEquals(whole, read(bytes, 1, 0));
        assertEquals(whole, read(bytes, 3, 0));
        assertEquals(whole, read(bytes, 7, 2));
        assertEquals(whole, read(bytes, Math.max(1, bytes.length), 3));
    }

    private static String read(final byte[] bytes, final int part, final int takenOnce) {
        final Sink sink = new Sink(takenOnce);
        final FrameReader reader = new FrameReader(sink, LIMIT);
        final EmbeddedChannel channel = new EmbeddedChannel(reader);
        for (int at = 0; at < bytes.length; at += part) {
            channel.writeInbound(Unpooled.copiedBuffer(bytes, at, Math.min(part, bytes.length - at)));
            sink.release(reader);
        }
        sink.release(reader);
        channel.finishAndReleaseAll();
        return sink.lines.toString();
    }

    /** Refuses each message once in a while. */
    private static final class Sink implements FrameSink {
        private final Digest lines = new Digest();
        private final int every;
        private int asked;
        private boolean waiting;

        Sink(final int every) {
            this.every = every;
        }

        void release(final FrameReader reader) {
            while (waiting) {
                waiting = false;
                reader.resume();
            }
        }

        @Override
        public boolean onText(final DirectBuffer buffer, final int offset, final int length) {
            if (every > 0 && ++asked % every == 0) {
                waiting = true;
                return false;
            }
            return lines.add("text", bytes(buffer, offset, length));
        }

        @Override
        public void onPing(final DirectBuffer buffer, final int offset, final int length) {
            lines.add("ping", bytes(buffer, offset, length));
        }

        @Override
        public void onCloseFrame(final int code, final String reason) {
            lines.add("close", code, reason);
        }

        @Override
        public void onViolation(final int code, final String reason) {
            lines.add("violation", code, reason);
        }

        @Override
        public void onEnd() {
            lines.add("end");
        }

        private static String bytes(final DirectBuffer buffer, final int offset, final int length) {
            final byte[] copy = new byte[length];
            buffer.getBytes(offset, copy);
            return Base64.getEncoder().encodeToString(copy);
        }
    }
}
