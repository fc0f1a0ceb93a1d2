package io.halfspread.app.dashboard;

import io.halfspread.app.view.SessionSource;
import io.halfspread.app.view.SessionView;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The page of one running session, served on loopback. One thread of low priority reads the broadcast, keeps the view and
 * answers; when it is slow it loses messages and nobody waits for it.
 */
public final class Dashboard implements AutoCloseable {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int IDLE_SECONDS = 60;
    private static final int CLOSE_SECONDS = 5;
    private static final long DRAIN_MS = 10;
    private static final long PUSH_NS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long URGENT_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int BATCH = 1 << 14;

    private final SessionSource source;
    private final Steering steering;
    private final Consumer<String> log;
    private final SessionView view = new SessionView();
    private final PageFiles files = new PageFiles();
    private final EventStream stream;
    private final String token;
    private final EventLoopGroup group;
    private final Channel server;
    private long pushedNs = System.nanoTime();

    private Dashboard(
            final DashboardFacts facts,
            final SessionSource source,
            final Steering steering,
            final Consumer<String> log,
            final int port)
            throws InterruptedException {
        this.source = source;
        this.steering = steering;
        this.log = log;
        token = steering == null ? "" : RequestGate.newToken();
        stream = new EventStream(view, facts, steering != null);
        group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("dashboard", true, Thread.MIN_PRIORITY), NioIoHandler.newFactory());
        server = bind(port);
    }

    /**
     * Serves a session's page.
     *
     * @param port     port on 127.0.0.1; 0 for any free one
     * @param facts    what does not change
     * @param source   messages and counters of the session
     * @param steering what the page may change, with a token; null: nothing
     * @param log      gets lines for people
     * @return the dashboard; null when the port cannot be had, which the log then has, and the session does without
     */
    public static Dashboard start(
            final int port,
            final DashboardFacts facts,
            final SessionSource source,
            final Steering steering,
            final Consumer<String> log) {
        try {
            final Dashboard dashboard = new Dashboard(facts, source, steering, log, port);
            log.accept("Dashboard: " + dashboard.url() + (steering == null ? "" : "#token=" + dashboard.token));
            dashboard.group.next().scheduleWithFixedDelay(dashboard::tick, 0, DRAIN_MS, TimeUnit.MILLISECONDS);
            return dashboard;
        } catch (final IllegalStateException e) {
            log.accept("WARN no dashboard: port " + port + " on 127.0.0.1: " + e.getMessage()
                    + "; the session goes on without (another one: --dashboard-port N, 0 for any)");
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private Channel bind(final int port) throws InterruptedException {
        final ChannelFuture bound = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(final SocketChannel channel) {
                        open(channel);
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .await();
        if (!bound.isSuccess()) {
            group.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw new IllegalStateException(bound.cause().getMessage(), bound.cause());
        }
        return bound.channel();
    }

    private void open(final SocketChannel channel) {
        channel.pipeline()
                .addLast(new HttpServerCodec())
                .addLast(new IdleStateHandler(0, 0, IDLE_SECONDS))
                .addLast(new HttpObjectAggregator(MOST_BYTES))
                .addLast(new RequestHandler(
                        new RequestGate(channel.localAddress().getPort(), token),
                        files,
                        stream,
                        () -> stream.everything(source.gauges()),
                        steering));
    }

    private void tick() {
        try {
            source.drain(view, BATCH);
            final long sinceNs = System.nanoTime() - pushedNs;
            if (sinceNs >= PUSH_NS || sinceNs >= URGENT_NS && stream.isUrgent()) {
                pushedNs += sinceNs;
                stream.push(source.gauges());
            }
        } catch (final RuntimeException e) {
            log.accept("WARN the dashboard failed and shows no more: " + e);
            throw e;
        }
    }

    /**
     * Where it is served.
     *
     * @return address for a browser
     */
    public String url() {
        return "http://127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort() + "/";
    }

    /** Ends the server; pages show that the connection is gone. */
    @Override
    public void close() {
        server.close();
        group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly(CLOSE_SECONDS * 1000L);
    }
}
