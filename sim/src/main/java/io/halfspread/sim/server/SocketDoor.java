package io.halfspread.sim.server;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/** Frames of one WebSocket: text goes to the service; pings of the protocol and a close are answered in kind. */
final class SocketDoor extends SimpleChannelInboundHandler<WebSocketFrame> {
    private final ClientSocket socket;
    private final VenueService service;
    private final SocketRegistry sockets;

    SocketDoor(final ClientSocket socket, final VenueService service, final SocketRegistry sockets) {
        this.socket = socket;
        this.service = service;
        this.sockets = sockets;
    }

    @Override
    protected void channelRead0(final ChannelHandlerContext context, final WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame text) {
            sockets.received();
            if (!sockets.isDeaf(socket)) {
                service.onText(socket, text.text());
            }
        } else if (frame instanceof PingWebSocketFrame) {
            context.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
        } else if (frame instanceof CloseWebSocketFrame) {
            context.writeAndFlush(frame.retain()).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void channelInactive(final ChannelHandlerContext context) {
        if (socket.isOpen()) {
            sockets.closed(socket);
            service.onClose(socket);
        }
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause) {
        context.close();
    }
}
