package io.halfspread.sim.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Requests of one connection: queries and actions go to the service, an upgrade turns it into a WebSocket. */
final class HttpDoor extends SimpleChannelInboundHandler<FullHttpRequest> {
    static final int MAX_MESSAGE = 1 << 20;
    private static final String SOCKET_PATH = "/ws";

    private final VenueService service;
    private final SocketRegistry sockets;

    HttpDoor(final VenueService service, final SocketRegistry sockets) {
        this.service = service;
        this.sockets = sockets;
    }

    @Override
    protected void channelRead0(final ChannelHandlerContext context, final FullHttpRequest request) {
        final String path = new QueryStringDecoder(request.uri()).path();
        final String remote = ((InetSocketAddress) context.channel().remoteAddress())
                .getAddress()
                .getHostAddress();
        final HttpCall call = new HttpCall(
                context,
                path,
                request.content().toString(StandardCharsets.UTF_8),
                remote,
                HttpUtil.isKeepAlive(request),
                sockets);
        if (request.decoderResult().isFailure()) {
            call.answerText(HttpResponseStatus.BAD_REQUEST, "Bad Request");
        } else if (request.method().equals(HttpMethod.OPTIONS)) {
            preflight(context);
        } else if (path.equals(SOCKET_PATH) && request.method().equals(HttpMethod.GET)) {
            upgrade(context, request, call);
        } else if (request.method().equals(HttpMethod.POST)) {
            sockets.requestReceived();
            call.counted();
            service.onRequest(call);
        } else {
            call.answerText(HttpResponseStatus.METHOD_NOT_ALLOWED, "");
        }
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause) {
        context.close();
    }

    private void upgrade(final ChannelHandlerContext context, final FullHttpRequest request, final HttpCall call) {
        if (!service.admits(call.remoteAddress())) {
            call.answerText(HttpResponseStatus.TOO_MANY_REQUESTS, "Too Many Requests");
            return;
        }
        final WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        "ws://" + request.headers().get(HttpHeaderNames.HOST) + SOCKET_PATH,
                        null,
                        WebSocketDecoderConfig.newBuilder()
                                .maxFramePayloadLength(MAX_MESSAGE)
                                .allowExtensions(false)
                                .build())
                .newHandshaker(request);
        if (handshaker == null) {
            call.answerText(HttpResponseStatus.BAD_REQUEST, "Connection header did not include 'upgrade'");
            return;
        }
        final ClientSocket socket = new ClientSocket(context.channel(), sockets);
        handshaker.handshake(context.channel(), request).addListener(done -> {
            if (done.isSuccess()) {
                context.pipeline().remove(this);
                sockets.opened(socket);
                service.onOpen(socket);
            }
        });
        context.pipeline().addLast(new SocketDoor(socket, service, sockets));
    }

    private static void preflight(final ChannelHandlerContext context) {
        final FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.EMPTY_BUFFER);
        response.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, 0)
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "*")
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, "*");
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }
}
