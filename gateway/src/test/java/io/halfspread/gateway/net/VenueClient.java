package io.halfspread.gateway.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One client of a {@link VenueServer}, from the server's side. */
public final class VenueClient {
    private final int number;
    private final Channel channel;
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger protocolPongs = new AtomicInteger();
    private final long sinceNs = System.nanoTime();
    private volatile boolean mute;

    VenueClient(final int number, final Channel channel) {
        this.number = number;
        this.channel = channel;
    }

    /** Number of the client, from 0. */
    public int number() {
        return number;
    }

    /** Market-data frames sent to it. */
    public List<String> sent() {
        return sent;
    }

    /** Texts it sent. */
    public List<String> received() {
        return received;
    }

    /** When its handshake was done, by System.nanoTime. */
    public long sinceNs() {
        return sinceNs;
    }

    /** Answers to RFC 6455 pings. */
    public int protocolPongs() {
        return protocolPongs.get();
    }

    /** Whether it subscribed to fast books. */
    public boolean isFast() {
        return received.stream().anyMatch(text -> text.contains("\"fast\":true"));
    }

    /** Whether its socket is open. */
    public boolean isOpen() {
        return channel.isActive();
    }

    /** Sends a market-data frame. */
    public void send(final String frame) {
        sent.add(frame);
        channel.writeAndFlush(new TextWebSocketFrame(frame));
    }

    /** Sends many market-data frames in as few writes as the socket likes. */
    public void sendAll(final List<String> frames) {
        for (final String frame : frames) {
            sent.add(frame);
            channel.write(new TextWebSocketFrame(frame));
        }
        channel.flush();
    }

    /** Sends a market-data frame in fragments with a ping between them, or as one frame when it is short. */
    public void sendFragmented(final String frame, final int fragmentBytes) {
        sent.add(frame);
        final byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += fragmentBytes) {
            final int length = Math.min(fragmentBytes, bytes.length - from);
            final boolean last = from + length == bytes.length;
            final var part = Unpooled.copiedBuffer(bytes, from, length);
            channel.write(
                    from == 0 ? new TextWebSocketFrame(last, 0, part) : new ContinuationWebSocketFrame(last, 0, part));
            if (!last) {
                channel.write(new PingWebSocketFrame(Unpooled.copiedBuffer(bytes, from, Math.min(length, 20))));
            }
        }
        channel.flush();
    }

    /** Sends a text that is no market data: not counted as sent. */
    public void sendOther(final String text) {
        channel.writeAndFlush(new TextWebSocketFrame(text));
    }

    /** Sends an RFC 6455 ping. */
    public void ping() {
        channel.writeAndFlush(new PingWebSocketFrame(Unpooled.copiedBuffer("are you there", StandardCharsets.UTF_8)));
    }

    /** Sends a binary frame, which this protocol has no use for. */
    public void sendBinary() {
        channel.writeAndFlush(new BinaryWebSocketFrame(Unpooled.copiedBuffer(new byte[] {1, 2, 3})));
    }

    /** Sends nothing more, not even answers, and keeps the socket open. */
    public void fallSilent() {
        mute = true;
    }

    /** Ends the connection with a close frame. */
    public void closeFrame(final int code, final String reason) {
        channel.writeAndFlush(new CloseWebSocketFrame(code, reason)).addListener(ChannelFutureListener.CLOSE);
    }

    /** Ends the connection without a close frame once everything is sent. */
    public void fin() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    /** Ends the connection at once; what is under way is lost. */
    public void reset() {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }

    /** Runs something on the server's thread after a while. */
    public void after(final long ms, final Runnable action) {
        channel.eventLoop().schedule(action, ms, TimeUnit.MILLISECONDS);
    }

    void acknowledge(final String subscription) {
        if (!mute) {
            sendOther("{\"channel\":\"subscriptionResponse\",\"data\":{\"method\":\"subscribe\",\"subscription\":"
                    + subscription + "}}");
        }
    }

    void pong() {
        if (!mute) {
            sendOther("{\"channel\":\"pong\"}");
        }
    }

    void received(final String text) {
        received.add(text);
    }

    void onProtocolPong() {
        protocolPongs.incrementAndGet();
    }

    Channel channel() {
        return channel;
    }
}
