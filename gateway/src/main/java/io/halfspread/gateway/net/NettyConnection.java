package io.halfspread.gateway.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.net.InetSocketAddress;
import org.agrona.DirectBuffer;

/** One connection over a Netty channel. All of it runs on the network's thread. */
final class NettyConnection implements WebSocketConnection, FrameSink {
    private static final int MAX_RESPONSE_BYTES = 8192;

    private final NettyNetwork network;
    private final WebSocketListener listener;
    private final FrameReader reader;
    private Channel channel;
    private boolean open;
    private boolean closing;
    private boolean ended;
    private int code = CloseCode.ABNORMAL;
    private String reason = "";

    NettyConnection(final NettyNetwork network, final WebSocketListener listener, final int maxMessageBytes) {
        this.network = network;
        this.listener = listener;
        reader = new FrameReader(this, maxMessageBytes);
    }

    void connect(final Bootstrap bootstrap, final InetSocketAddress remote) {
        if (ended) {
            return;
        }
        final ChannelFuture connecting = bootstrap
                .clone()
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(final SocketChannel socket) {
                        prepare(socket);
                    }
                })
                .connect(remote);
        channel = connecting.channel();
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                fail(done.cause());
                end();
            }
        });
    }

    private void prepare(final SocketChannel socket) {
        if (network.address().secure()) {
            socket.pipeline().addLast(network.newTls(socket.alloc()));
        }
        socket.pipeline()
                .addLast(new HttpClientCodec())
                .addLast(new HttpObjectAggregator(MAX_RESPONSE_BYTES))
                .addLast(new OpeningHandshake(this, network.address().uri(), reader));
    }

    void onHandshakeDone() {
        if (!closing) {
            open = true;
            network.onOpen();
            listener.onOpen();
        }
    }

    /** Keeps the first cause as the reason of the end. */
    void fail(final Throwable cause) {
        if (reason.isEmpty()) {
            final String tls = TlsTrouble.of(cause);
            final String text = tls == null ? cause.getMessage() : tls;
            reason = text == null ? cause.getClass().getSimpleName() : text;
        }
    }

    void fail(final Throwable cause, final Channel failed) {
        fail(cause);
        failed.close();
    }

    @Override
    public void send(final String text) {
        if (open && !closing) {
            network.onSent();
            channel.writeAndFlush(new TextWebSocketFrame(text));
        }
    }

    @Override
    public boolean send(final DirectBuffer buffer, final int offset, final int length) {
        if (!open || closing || !channel.isActive()) {
            return false;
        }
        network.onSent();
        final ByteBuf frame = network.frames().text(channel.alloc(), buffer, offset, length);
        channel.writeAndFlush(frame, channel.voidPromise());
        return true;
    }

    @Override
    public void close(final int closeCode, final String closeReason) {
        if (closing || ended) {
            return;
        }
        reader.stop();
        if (channel == null) {
            closing = true;
            code = closeCode;
            reason = closeReason;
            network.later(this::end);
        } else {
            part(closeCode, closeReason, closeCode);
        }
    }

    @Override
    public void resume() {
        reader.resume();
    }

    @Override
    public boolean onText(final DirectBuffer buffer, final int offset, final int length) {
        final boolean taken = closing || listener.onText(buffer, offset, length);
        if (taken) {
            network.onReceived();
        }
        return taken;
    }

    @Override
    public void onPing(final DirectBuffer buffer, final int offset, final int length) {
        final byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        channel.writeAndFlush(new PongWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
    }

    @Override
    public void onCloseFrame(final int closeCode, final String closeReason) {
        part(closeCode, closeReason, CloseCode.NORMAL);
    }

    @Override
    public void onViolation(final int closeCode, final String violation) {
        part(closeCode, violation, closeCode);
    }

    @Override
    public void onEnd() {
        end();
    }

    private void part(final int endCode, final String endReason, final int sentCode) {
        if (closing) {
            return;
        }
        closing = true;
        code = endCode;
        reason = endReason;
        if (open) {
            channel.writeAndFlush(new CloseWebSocketFrame(sentCode, ""));
        }
        channel.close();
    }

    /** Tells the listener, once. */
    void end() {
        if (!ended) {
            ended = true;
            network.forget(this, open);
            listener.onClosed(code, reason);
        }
    }
}
