package io.halfspread.gateway.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Frames we write, read back by Netty's decoder of the server's side, which demands masks. */
class FrameWriterTest {
    private final FrameWriter writer = new FrameWriter(20_261_125);
    private final EmbeddedChannel server =
            new EmbeddedChannel(new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                    .expectMaskedFrames(true)
                    .maxFramePayloadLength(1 << 20)
                    .build()));

    @Test
    void shouldBeReadAsTheSameTextWhateverItsLengthAndPlace() {
        final SplittableRandom random = new SplittableRandom(3);
        final int[] lengths = {0, 1, 7, 8, 9, 124, 125, 126, 127, 1_000, 65_535, 65_536, 100_000};
        for (final int length : lengths) {
            for (int repeat = 0; repeat < 5; repeat++) {
                final int offset = random.nextInt(9);
                final byte[] bytes = new byte[offset + length + random.nextInt(9)];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) (' ' + random.nextInt(90));
                }

                server.writeInbound(
                        writer.text(PooledByteBufAllocator.DEFAULT, new UnsafeBuffer(bytes), offset, length));

                final TextWebSocketFrame frame = server.readInbound();
                assertTrue(frame.isFinalFragment());
                assertEquals(new String(bytes, offset, length, StandardCharsets.US_ASCII), frame.text());
                frame.release();
            }
        }
    }

    @Test
    void shouldUseAnotherMaskForEveryFrame() {
        final UnsafeBuffer text = new UnsafeBuffer("abc".getBytes(StandardCharsets.US_ASCII));
        final ByteBuf first = writer.text(PooledByteBufAllocator.DEFAULT, text, 0, 3);
        final ByteBuf second = writer.text(PooledByteBufAllocator.DEFAULT, text, 0, 3);

        assertNotEquals(first.getInt(2), second.getInt(2));
        first.release();
        second.release();
    }
}
