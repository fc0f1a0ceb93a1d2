package io.halfspread.sim.server;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.net.InetSocketAddress;

/** One WebSocket connection of a client. By the stepping thread. */
final class ClientSocket {
    private final Channel channel;
    private final SocketRegistry registry;
    private final InetSocketAddress remote;
    private boolean open = true;
    private long sentMs;

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

    void closed() {
        open = false;
    }
}
