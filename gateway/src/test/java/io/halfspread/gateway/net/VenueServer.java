package io.halfspread.gateway.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A venue's WebSocket on loopback, told by tests what to send and how to fail. Each client is scripted once it has subscribed. */
public final class VenueServer implements AutoCloseable {
    private static final Pattern SUBSCRIBE =
            Pattern.compile("\\{\"method\":\"subscribe\",\"subscription\":(\\{.*\\})\\}");

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<VenueClient> clients = new CopyOnWriteArrayList<>();
    private final Consumer<VenueClient> script;
    private final BiConsumer<VenueClient, String> posts;
    private final Channel listening;
    private final SslContext tls;

    /** Serves plain WebSockets; the script runs once a client, when its first subscription was acknowledged. */
    public VenueServer(final Consumer<VenueClient> script) {
        this(script, null);
    }

    /** Serves plain WebSockets; every text that is neither a subscription nor a ping is handed over, on the server's thread. */
    public VenueServer(final BiConsumer<VenueClient, String> posts) {
        this(client -> {}, posts, null);
    }

    VenueServer(final Consumer<VenueClient> script, final SslContext tls) {
        this(script, (client, text) -> {}, tls);
    }

    private VenueServer(
            final Consumer<VenueClient> script, final BiConsumer<VenueClient, String> posts, final SslContext tls) {
        this.script = script;
        this.posts = posts;
        this.tls = tls;
        listening = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(final SocketChannel channel) {
                        prepare(channel);
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
    }

    /** Base address as a person would give it. */
    public String url() {
        return (tls == null ? "http" : "https") + "://127.0.0.1:" + port();
    }

    /** Address of the socket. */
    public WebSocketAddress address() {
        return WebSocketAddress.beside(url(), "/ws");
    }

    /** Port it listens on. */
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Every client that finished its handshake, in that order. */
    public List<VenueClient> clients() {
        return clients;
    }

    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }

    private void prepare(final SocketChannel channel) {
        if (tls != null) {
            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
        }
        channel.pipeline()
                .addLast(new HttpServerCodec())
                .addLast(new HttpObjectAggregator(8192))
                .addLast(new WebSocketServerProtocolHandler(WebSocketServerProtocolConfig.newBuilder()
                        .websocketPath("/ws")
                        .dropPongFrames(false)
                        .build()))
                .addLast(new ClientHandler());
    }

    private final class ClientHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
        private VenueClient client;
        private boolean scripted;

        @Override
        public void userEventTriggered(final ChannelHandlerContext ctx, final Object event) {
            if (event instanceof HandshakeComplete) {
                client = new VenueClient(clients.size(), ctx.channel());
                clients.add(client);
            }
        }

        @Override
        protected void channelRead0(final ChannelHandlerContext ctx, final WebSocketFrame frame) {
            if (frame instanceof PongWebSocketFrame) {
                client.onProtocolPong();
            } else if (frame instanceof TextWebSocketFrame text) {
                onText(text.text());
            }
        }

        private void onText(final String text) {
            client.received(text);
            final Matcher subscribe = SUBSCRIBE.matcher(text);
            if (subscribe.matches()) {
                client.acknowledge(subscribe.group(1));
                if (!scripted) {
                    scripted = true;
                    client.channel().eventLoop().execute(() -> script.accept(client));
                }
            } else if (text.equals("{\"method\":\"ping\"}")) {
                client.pong();
            } else {
                posts.accept(client, text);
            }
        }

        @Override
        public void exceptionCaught(final ChannelHandlerContext ctx, final Throwable cause) {
            ctx.close();
        }
    }
}
