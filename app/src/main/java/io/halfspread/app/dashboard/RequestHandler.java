package io.halfspread.app.dashboard;

import io.halfspread.codec.text.JsonOutput;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.IdleStateHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** Answers one connection: files of the page, the stream of figures, and what steers. On the dashboard's thread. */
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    /** Header that carries the token; no page of another site can send it. */
    static final String TOKEN_HEADER = "X-Halfspread-Token";

    private static final String JSON = "application/json";
    private static final int MOST_PAGES = 16;

    private final RequestGate gate;
    private final PageFiles files;
    private final EventStream stream;
    private final Supplier<Map<String, Object>> everything;
    private final Steering steering;

    RequestHandler(
            final RequestGate gate,
            final PageFiles files,
            final EventStream stream,
            final Supplier<Map<String, Object>> everything,
            final Steering steering) {
        this.gate = gate;
        this.files = files;
        this.stream = stream;
        this.everything = everything;
        this.steering = steering;
    }

    @Override
    protected void channelRead0(final ChannelHandlerContext ctx, final FullHttpRequest request) {
        if (!request.decoderResult().isSuccess()) {
            text(ctx, request, HttpResponseStatus.BAD_REQUEST, "not a request");
        } else if (!gate.mayRead(request.headers().get(HttpHeaderNames.HOST))) {
            text(ctx, request, HttpResponseStatus.MISDIRECTED_REQUEST, "ask for 127.0.0.1 and the port served");
        } else if (request.method().equals(HttpMethod.GET)) {
            read(ctx, request);
        } else if (request.method().equals(HttpMethod.POST)) {
            steer(ctx, request);
        } else {
            text(ctx, request, HttpResponseStatus.METHOD_NOT_ALLOWED, "accepted: GET, POST");
        }
    }

    private void read(final ChannelHandlerContext ctx, final FullHttpRequest request) {
        final String path = path(request);
        final PageFiles.PageFile file = files.at(path);
        if (file != null) {
            answer(ctx, request, HttpResponseStatus.OK, file.type(), file.bytes());
        } else if (path.equals("/events")) {
            watch(ctx, request);
        } else if (path.equals("/api/state")) {
            json(ctx, request, HttpResponseStatus.OK, everything.get());
        } else {
            text(ctx, request, HttpResponseStatus.NOT_FOUND, "nothing here");
        }
    }

    private void watch(final ChannelHandlerContext ctx, final FullHttpRequest request) {
        if (stream.size() >= MOST_PAGES) {
            text(ctx, request, HttpResponseStatus.SERVICE_UNAVAILABLE, MOST_PAGES + " pages watch already");
            return;
        }
        final HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        guard(response.headers()).set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        HttpUtil.setTransferEncodingChunked(response, true);
        ctx.pipeline().remove(IdleStateHandler.class);
        ctx.writeAndFlush(response);
        stream.add(ctx.channel());
        ctx.channel().closeFuture().addListener(unused -> stream.remove(ctx.channel()));
    }

    private void steer(final ChannelHandlerContext ctx, final FullHttpRequest request) {
        final HttpHeaders headers = request.headers();
        final String refusal = gate.refusal(
                headers.get(HttpHeaderNames.HOST),
                headers.get(HttpHeaderNames.ORIGIN),
                headers.get("Sec-Fetch-Site"),
                headers.get(TOKEN_HEADER));
        if (!refusal.isEmpty()) {
            json(ctx, request, HttpResponseStatus.FORBIDDEN, Map.of("error", refusal));
            return;
        }
        final String body = request.content().toString(StandardCharsets.UTF_8);
        try {
            final Steering.Answer answer = switch (path(request)) {
                case "/api/mode" -> steering.mode(body);
                case "/api/check" -> steering.check(body);
                case "/api/drop" -> steering.drop(body);
                default -> null;
            };
            if (answer == null) {
                text(ctx, request, HttpResponseStatus.NOT_FOUND, "nothing here");
            } else {
                json(
                        ctx,
                        request,
                        answer.ok() ? HttpResponseStatus.OK : HttpResponseStatus.UNPROCESSABLE_ENTITY,
                        answer.json());
            }
        } catch (final IOException e) {
            json(
                    ctx,
                    request,
                    HttpResponseStatus.INTERNAL_SERVER_ERROR,
                    Map.of("error", "cannot be written: " + e.getMessage()));
        }
    }

    private static String path(final FullHttpRequest request) {
        final int query = request.uri().indexOf('?');
        return query < 0 ? request.uri() : request.uri().substring(0, query);
    }

    private static void json(
            final ChannelHandlerContext ctx,
            final FullHttpRequest request,
            final HttpResponseStatus status,
            final Map<String, Object> members) {
        answer(ctx, request, status, JSON, (JsonOutput.of(members) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void text(
            final ChannelHandlerContext ctx,
            final FullHttpRequest request,
            final HttpResponseStatus status,
            final String text) {
        answer(ctx, request, status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(
            final ChannelHandlerContext ctx,
            final FullHttpRequest request,
            final HttpResponseStatus status,
            final String type,
            final byte[] bytes) {
        final ByteBuf body = Unpooled.wrappedBuffer(bytes);
        final FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        guard(response.headers())
                .set(HttpHeaderNames.CONTENT_TYPE, type)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, bytes.length);
        if (HttpUtil.isKeepAlive(request)) {
            ctx.writeAndFlush(response);
        } else {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** What a browser is told to refuse: everything that is not of this server. */
    private static HttpHeaders guard(final HttpHeaders headers) {
        return headers.set(
                        HttpHeaderNames.CONTENT_SECURITY_POLICY,
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                                + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer")
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    }

    @Override
    public void userEventTriggered(final ChannelHandlerContext ctx, final Object event) {
        ctx.close();
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext ctx, final Throwable cause) {
        ctx.close();
    }
}
