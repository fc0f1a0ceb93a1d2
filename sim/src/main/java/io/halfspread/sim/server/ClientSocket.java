package io.halfspread.sim.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.net.InetSocketAddress;

/** One WebSocket connection of a client. By the stepping thread. */
final class ClientSocket {
    private final Channel channel;
    private final SocketRegistry registry;
    private final InetSocketAddress remote;
    private boolean open = true;
    private long sentMs;
    private long deafUntilMs = Long.MIN_VALUE;

    ClientSocket(final Channel channel, final SocketRegistry registry) {
        this.channel = channel;
        this.registry = registry;
        remote = (InetSocketAddress) channel.remoteAddress();
    }

    InetSocketAddress remote() {
        return remote;
    }

    /** Address that limits are counted for. */
    String remoteAddress() {
        return remote.getAddress().getHostAddress();
    }

    boolean isOpen() {
        return open;
    }

    /** When something was last sent. */
    long sentMs() {
        return sentMs;
    }

    void sent(final long timeMs) {
        sentMs = timeMs;
    }

    /** Sends a text message, or has it wait where messages are held. */
    void send(final String text) {
        if (open) {
            registry.send(this, text);
        }
    }

    void write(final String text) {
        channel.writeAndFlush(new TextWebSocketFrame(text), channel.voidPromise());
    }

    /** Ends the connection as the venue does when it is displeased: without a close frame. */
    void drop() {
        channel.close();
    }

    /** Ends the connection in order, with 1000. */
    void close() {
        channel.writeAndFlush(new CloseWebSocketFrame(1000, "Expired")).addListener(ChannelFutureListener.CLOSE);
    }

    /** From now on it neither delivers nor takes anything; at that time it ends. */
    void deafUntil(final long timeMs) {
        deafUntilMs = timeMs;
    }

    boolean isDeaf(final long nowMs) {
        return nowMs < deafUntilMs;
    }

    /** Whether it was deaf and its time is over. */
    boolean wasDeaf(final long nowMs) {
        return deafUntilMs != Long.MIN_VALUE && nowMs >= deafUntilMs;
    }

    void closed() {
        open = false;
    }
}
