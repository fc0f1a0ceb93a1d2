package io.halfspread.sim.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** One request and the way its answer goes back. */
final class HttpCall {
    private final ChannelHandlerContext context;
    private final String path;
    private final String body;
    private final String remoteAddress;
    private final boolean keepAlive;
    private final SocketRegistry registry;
    private boolean counted;
    private boolean abandoned;

    HttpCall(
            final ChannelHandlerContext context,
            final String path,
            final String body,
            final String remoteAddress,
            final boolean keepAlive,
            final SocketRegistry registry) {
        this.context = context;
        this.path = path;
        this.body = body;
        this.remoteAddress = remoteAddress;
        this.keepAlive = keepAlive;
        this.registry = registry;
    }

    /** Its answer is counted, as its arrival was. */
    void counted() {
        counted = true;
    }

    /** It is answered by the end of its connection. */
    void abandon() {
        abandoned = true;
    }

    String path() {
        return path;
    }

    String body() {
        return body;
    }

    String remoteAddress() {
        return remoteAddress;
    }

    void answerJson(final HttpResponseStatus status, final String json) {
        answer(status, HttpHeaderValues.APPLICATION_JSON.toString(), json);
    }

    void answerText(final HttpResponseStatus status, final String text) {
        answer(status, "text/plain; charset=utf-8", text);
    }

    private void answer(final HttpResponseStatus status, final String contentType, final String text) {
        final FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8)));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, contentType)
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .set(HttpHeaderNames.VARY, "origin, access-control-request-method, access-control-request-headers");
        if (counted) {
            registry.requestAnswered();
        }
        if (abandoned) {
            context.close();
            return;
        }
        if (keepAlive) {
            context.writeAndFlush(response);
        } else {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        }
    }
}
