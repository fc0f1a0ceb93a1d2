package io.halfspread.gateway.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.agrona.concurrent.SystemEpochClock;

/**
 * Connections to one WebSocket address over Netty, stepped by the one thread that calls {@link #step()}: epoll where the
 * system has it, Java's selector otherwise. Looking names up and checking certificates take long, so a second thread does
 * them; it ends when idle.
 */
public final class NettyNetwork implements Network {
    /** Longest message taken unless configured; the venue's largest market-data frames are below 64 KiB. */
    public static final int DEFAULT_MAX_MESSAGE_BYTES = 1 << 20;

    private static final int SMALLEST_READ = 4096;
    private static final int FIRST_READ = 1 << 16;
    private static final int LARGEST_READ = 1 << 18;
    private static final long IDLE_SECONDS = 5;
    private static final long CLOSE_PATIENCE_MS = 1000;

    private final WebSocketAddress address;
    private final int maxMessageBytes;
    private final SslContext tls;
    private final ManualIoEventLoop loop;
    private final Bootstrap bootstrap;
    private final List<NettyConnection> connections = new ArrayList<>();
    private final ThreadPoolExecutor slowWork =
            new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                final Thread thread = new Thread(task, "network-slow");
                thread.setDaemon(true);
                return thread;
            });
    private final FrameWriter frames;
    private int attempts;
    private int opened;
    private long sent;
    private long received;
    private boolean bound;

    /**
     * Prepares connections to an address; nothing is contacted yet.
     *
     * @param address         where the WebSocket is served
     * @param maxMessageBytes longest message taken; a longer one ends its connection
     * @throws IllegalStateException when this JVM cannot speak TLS and the address needs it
     */
    public NettyNetwork(final WebSocketAddress address, final int maxMessageBytes) {
        this(address, maxMessageBytes, address.secure() ? systemTrust() : null, Epoll.isAvailable());
    }

    NettyNetwork(
            final WebSocketAddress address, final int maxMessageBytes, final SslContext tls, final boolean nativeIo) {
        this.address = address;
        this.maxMessageBytes = maxMessageBytes;
        this.tls = tls;
        frames = new FrameWriter(ThreadLocalRandom.current().nextLong());
        slowWork.allowCoreThreadTimeOut(true);
        final IoHandlerFactory io = nativeIo ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        final Class<? extends SocketChannel> socket = nativeIo ? EpollSocketChannel.class : NioSocketChannel.class;
        loop = new ManualIoEventLoop(null, io);
        bootstrap = new Bootstrap()
                .group(loop)
                .channel(socket)
                .disableResolver()
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new AdaptiveRecvByteBufAllocator(SMALLEST_READ, FIRST_READ, LARGEST_READ));
    }

    /**
     * Makes threads that step networks without garbage: Netty keeps its pools for threads of its own kind, and on any other
     * it makes an object for each message sent.
     *
     * @return a factory of threads that are not started
     */
    public static ThreadFactory threads() {
        return FastThreadLocalThread::new;
    }

    @Override
    public WebSocketConnection dial(final WebSocketListener listener) {
        final NettyConnection connection = new NettyConnection(this, listener, maxMessageBytes);
        connections.add(connection);
        final int attempt = attempts++;
        slowWork.execute(() -> lookUp(connection, attempt));
        return connection;
    }

    @Override
    public int step() {
        if (!bound) {
            bound = true;
            loop.setOwningThread(Thread.currentThread());
        }
        return loop.runNow();
    }

    @Override
    public void close() {
        for (final NettyConnection connection : List.copyOf(connections)) {
            connection.close(CloseCode.NORMAL, "done");
        }
        final long deadlineMs = SystemEpochClock.INSTANCE.time() + CLOSE_PATIENCE_MS;
        loop.shutdownGracefully(0, CLOSE_PATIENCE_MS, TimeUnit.MILLISECONDS);
        while (!loop.isTerminated() && SystemEpochClock.INSTANCE.time() < deadlineMs) {
            step();
            Thread.onSpinWait();
        }
        slowWork.shutdownNow();
    }

    @Override
    public long messagesSent() {
        return sent;
    }

    @Override
    public long messagesReceived() {
        return received;
    }

    @Override
    public int dialing() {
        return connections.size() - opened;
    }

    @Override
    public int openConnections() {
        return opened;
    }

    /** Which of Netty's transports moves the bytes. */
    String transport() {
        return loop.isIoType(EpollIoHandler.class) ? "epoll" : "nio";
    }

    WebSocketAddress address() {
        return address;
    }

    ChannelHandler newTls(final ByteBufAllocator allocator) {
        return tls.newHandler(allocator, address.host(), address.port(), slowWork);
    }

    void later(final Runnable task) {
        loop.execute(task);
    }

    FrameWriter frames() {
        return frames;
    }

    void onOpen() {
        opened++;
    }

    void onSent() {
        sent++;
    }

    void onReceived() {
        received++;
    }

    void forget(final NettyConnection connection, final boolean wasOpen) {
        connections.remove(connection);
        if (wasOpen) {
            opened--;
        }
    }

    /** A name may stand for several machines: every attempt takes the next one. */
    private void lookUp(final NettyConnection connection, final int attempt) {
        try {
            final InetAddress[] found = InetAddress.getAllByName(address.host());
            final InetAddress chosen = found[Math.floorMod(attempt, found.length)];
            loop.execute(() -> connection.connect(bootstrap, new InetSocketAddress(chosen, address.port())));
        } catch (final UnknownHostException e) {
            loop.execute(() -> {
                connection.fail(new UnknownHostException("no address found for " + address.host()));
                connection.end();
            });
        }
    }

    private static SslContext systemTrust() {
        try {
            return clientTls().build();
        } catch (final SSLException e) {
            throw new IllegalStateException("this JVM cannot speak TLS: " + e.getMessage(), e);
        }
    }

    /** The JDK's TLS, with the venue's certificate held to the host name that was dialled. */
    static SslContextBuilder clientTls() {
        return SslContextBuilder.forClient().sslProvider(SslProvider.JDK).endpointIdentificationAlgorithm("HTTPS");
    }
}
