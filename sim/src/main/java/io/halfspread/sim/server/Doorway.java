package io.halfspread.sim.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The port: takes connections and messages in when stepped. The port is taken at once, by whichever thread. */
final class Doorway implements AutoCloseable {
    private static final int BACKLOG = 128;
    private static final long CLOSE_PATIENCE_MS = 1000;
    private static final byte[] LOCALHOST = {127, 0, 0, 1};

    private final ManualIoEventLoop loop = new ManualIoEventLoop(null, NioIoHandler.newFactory());
    private final VenueService service;
    private final SocketRegistry sockets;
    private final ServerSocketChannel listener;
    private boolean serving;

    Doorway(final int port, final VenueService service, final SocketRegistry sockets) {
        this.service = service;
        this.sockets = sockets;
        try {
            listener = ServerSocketChannel.open();
            listener.bind(new InetSocketAddress(InetAddress.getByAddress(LOCALHOST), port), BACKLOG);
        } catch (final IOException e) {
            throw new UncheckedIOException("port " + port + " on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    int port() {
        return listener.socket().getLocalPort();
    }

    int step(final long nowMs, final long waitNs) {
        if (!serving) {
            serve();
        }
        sockets.advance(nowMs);
        service.begin(nowMs);
        final int taken = waitNs > 0 ? loop.run(waitNs) : loop.runNow();
        return taken + service.onStep(nowMs);
    }

    void drop(final Predicate<InetSocketAddress> remotes) {
        onLoop(() -> sockets.drop(remotes));
    }

    boolean dropOldest() {
        final boolean any = sockets.openSockets() > 0;
        onLoop(sockets::dropOldest);
        return any;
    }

    @Override
    public void close() {
        if (!serving) {
            serve();
        }
        loop.shutdownGracefully(0, CLOSE_PATIENCE_MS, TimeUnit.MILLISECONDS);
        while (!loop.isTerminated()) {
            loop.run(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** Does something by the stepping thread: at once, or with its next step. */
    void onLoop(final Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
        } else {
            loop.execute(task);
        }
    }

    private void serve() {
        serving = true;
        loop.setOwningThread(Thread.currentThread());
        final Channel channel = new ServerBootstrap()
                .group(loop)
                .channelFactory(() -> new NioServerSocketChannel(listener))
                .option(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(final SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(HttpDoor.MAX_MESSAGE),
                                        new HttpDoor(service, sockets));
                    }
                })
                .register()
                .channel();
        // Who connected before is taken in only once somebody is there to take: the acceptor is added by a task.
        loop.runNow();
        channel.config().setAutoRead(true);
    }
}
