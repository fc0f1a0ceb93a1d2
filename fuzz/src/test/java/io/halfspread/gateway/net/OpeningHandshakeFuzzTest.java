package io.halfspread.gateway.net;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.halfspread.fuzz.KeptInputs;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.agrona.DirectBuffer;

/** A server's answer to the opening request: the connection opens only for HTTP 101 with the right proof, and otherwise ends. */
class OpeningHandshakeFuzzTest {
    private static final String PROOF = "<proof>";
    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *([^\r]+)");
    private static final NettyNetwork NETWORK =
            new NettyNetwork(WebSocketAddress.beside("http://127.0.0.1:9", "/ws"), 1000);

    @KeptInputs
    @FuzzTest
    void shouldOpenOnlyWhenTheServerProvesItself(final byte[] bytes) {
        final Listener listener = new Listener();
        final NettyConnection connection = new NettyConnection(NETWORK, listener, 1000);
        final OpeningHandshake handshake =
                new OpeningHandshake(connection, NETWORK.address().uri(), new FrameReader(new Deaf(), 1000));
        final EmbeddedChannel channel =
                new EmbeddedChannel(new HttpClientCodec(), new HttpObjectAggregator(8192), handshake);
        final ByteBuf request = channel.readOutbound();
        final Matcher key = KEY.matcher(request.toString(StandardCharsets.US_ASCII));
        request.release();
        assertTrue(key.find());
        final String proof = proof(key.group(1));
        final String answer = new String(bytes, StandardCharsets.ISO_8859_1).replace(PROOF, proof);
        quietly(() -> channel.writeInbound(Unpooled.copiedBuffer(answer, StandardCharsets.ISO_8859_1)));
        quietly(channel::runPendingTasks);
        assertTrue(!listener.open || answer.contains("101") && answer.contains(proof));
        quietly(channel::finishAndReleaseAll);
        assertTrue(listener.open || listener.closed);
    }

    /**
     * Netty's codec removes itself in a later task, and is gone already when what followed the upgrade ended the connection. A
     * real event loop logs that.
     */
    private static void quietly(final Runnable step) {
        try {
            step.run();
        } catch (final NoSuchElementException e) {
            assertTrue(e.getMessage().endsWith("HttpClientCodec"), e::toString);
        }
    }

    private static String proof(final String key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                                    .getBytes(StandardCharsets.US_ASCII)));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Listener implements WebSocketListener {
        private boolean open;
        private boolean closed;

        @Override
        public void onOpen() {
            open = true;
        }

        @Override
        public boolean onText(final DirectBuffer buffer, final int offset, final int length) {
            return true;
        }

        @Override
        public void onClosed(final int code, final String reason) {
            closed = true;
        }
    }

    /** What follows the handshake is another target's; here it must not end the connection. */
    private static final class Deaf implements FrameSink {
        @Override
        public boolean onText(final DirectBuffer buffer, final int offset, final int length) {
            return true;
        }

        @Override
        public void onPing(final DirectBuffer buffer, final int offset, final int length) {}

        @Override
        public void onCloseFrame(final int code, final String reason) {}

        @Override
        public void onViolation(final int code, final String reason) {}

        @Override
        public void onEnd() {}
    }
}
