package io.halfspread.gateway.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker13;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;

/**
 * Asks for the upgrade to a WebSocket, without extensions, and puts the frame reader in place when it is granted. Stays
 * last in the pipeline, where every failure of the connection arrives.
 */
final class OpeningHandshake extends ChannelInboundHandlerAdapter {
    private final NettyConnection connection;
    private final WebSocketClientHandshaker13 handshaker;

    OpeningHandshake(final NettyConnection connection, final URI uri, final FrameReader reader) {
        this.connection = connection;
        handshaker =
                new WebSocketClientHandshaker13(
                        uri, WebSocketVersion.V13, null, false, EmptyHttpHeaders.INSTANCE, Integer.MAX_VALUE) {
                    @Override
                    protected WebSocketFrameDecoder newWebsocketDecoder() {
                        return reader;
                    }
                };
    }

    @Override
    public void channelActive(final ChannelHandlerContext ctx) {
        handshaker.handshake(ctx.channel());
    }

    @Override
    public void channelRead(final ChannelHandlerContext ctx, final Object received) {
        try {
            if (received instanceof FullHttpResponse response && !handshaker.isHandshakeComplete()) {
                if (!response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
                    throw new WebSocketHandshakeException("HTTP " + response.status());
                }
                handshaker.finishHandshake(ctx.channel(), response);
                connection.onHandshakeDone();
            }
        } finally {
            ReferenceCountUtil.release(received);
        }
    }

    @Override
    public void userEventTriggered(final ChannelHandlerContext ctx, final Object event) {
        if (event instanceof SslHandshakeCompletionEvent tls && !tls.isSuccess()) {
            connection.fail(tls.cause(), ctx.channel());
        }
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext ctx, final Throwable cause) {
        connection.fail(cause, ctx.channel());
    }

    /** Reached only before the upgrade: the frame reader, once there, keeps the end for itself. */
    @Override
    public void channelInactive(final ChannelHandlerContext ctx) {
        connection.end();
    }
}
