package io.halfspread.bench.obvious;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The maker: Netty's thread reads frames into JSON trees and puts them into a queue; the strategy's thread takes them out,
 * decides, signs and sends. Arguments: address of the venue, coin, its asset id, file of parameters, private key in hex.
 */
public final class ObviousMaker {
    private static final int MAX_FRAME = 1 << 20;

    private final BlockingQueue<JsonNode> books = new LinkedBlockingQueue<>();
    private final ObjectMapper json = new ObjectMapper();
    private final String coin;
    private final Strategy strategy;
    private final Orders orders;
    private volatile Channel channel;

    private ObviousMaker(final String coin, final Strategy strategy, final Orders orders) {
        this.coin = coin;
        this.strategy = strategy;
        this.orders = orders;
    }

    /**
     * Runs until the connection ends.
     *
     * @param arguments address, coin, asset id, file of parameters, key
     * @throws Exception what went wrong
     */
    public static void main(final String[] arguments) throws Exception {
        final Parameters parameters = new Parameters(Path.of(arguments[3]));
        daemon("parameters", parameters);
        final ObviousMaker maker = new ObviousMaker(
                arguments[1],
                new Strategy(parameters),
                new Orders(HexFormat.of().parseHex(arguments[4]), false, Integer.parseInt(arguments[2])));
        daemon("strategy", maker::decide);
        maker.connect(URI.create(arguments[0]));
    }

    private static void daemon(final String name, final Runnable task) {
        final Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void connect(final URI uri) throws InterruptedException {
        final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            channel = new Bootstrap()
                    .group(group)
                    .channel(NioSocketChannel.class)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .handler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(final SocketChannel socket) {
                            socket.pipeline()
                                    .addLast(new HttpClientCodec(), new HttpObjectAggregator(MAX_FRAME))
                                    .addLast(new WebSocketClientProtocolHandler(
                                            WebSocketClientHandshakerFactory.newHandshaker(
                                                    uri,
                                                    WebSocketVersion.V13,
                                                    null,
                                                    false,
                                                    new DefaultHttpHeaders(),
                                                    MAX_FRAME)))
                                    .addLast(new Frames());
                        }
                    })
                    .connect(uri.getHost(), uri.getPort())
                    .sync()
                    .channel();
            channel.closeFuture().sync();
        } finally {
            group.shutdownGracefully();
        }
    }

    private void decide() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                final Quote quote = strategy.onBook(books.take());
                if (quote != null) {
                    channel.writeAndFlush(new TextWebSocketFrame(orders.message(quote)));
                    strategy.working(quote);
                }
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (final IOException e) {
                System.err.println("not sent: " + e.getMessage());
            }
        }
    }

    /** Reads what the venue sends. */
    private final class Frames extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        @Override
        public void userEventTriggered(final ChannelHandlerContext context, final Object event) {
            if (event == WebSocketClientProtocolHandler.ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                context.writeAndFlush(new TextWebSocketFrame(
                        "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"l2Book\",\"coin\":\"" + coin + "\"}}"));
            }
        }

        @Override
        protected void channelRead0(final ChannelHandlerContext context, final TextWebSocketFrame frame)
                throws IOException {
            final JsonNode message = json.readTree(frame.text());
            final JsonNode data = message.path("data");
            switch (message.path("channel").asText()) {
                case "l2Book" -> books.add(data.get("levels"));
                case "userFills" ->
                    data.path("fills")
                            .forEach(fill -> strategy.onFill(fill.path("sz").asDouble()
                                    * (fill.path("side").asText().equals("B") ? 1 : -1)));
                default -> {
                    // Replies, pongs and acknowledgements ask for nothing.
                }
            }
        }
    }
}
