package io.halfspread.sim.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** A venue's desk without a network: what a client sends is handed to it, and what it answers is counted. */
final class DeskRig {
    static final String USER = "0x00000000000000000000000000000000000000aa";
    private static final long USDC = 10_000_00000000L;
    private static final long START_MS = 1_790_000_000_000L;
    private static final VenueConfig CONFIG = config();

    final VenueDesk desk;
    private final Near channel = new Near();
    private final FaultDesk faults = new FaultDesk(CONFIG.faults(), CONFIG.seed());
    private final SocketRegistry registry = new SocketRegistry(false, faults);
    private final ClientSocket socket;

    DeskRig() {
        desk = new VenueDesk(CONFIG, registry, faults);
        desk.begin(START_MS);
        socket = new ClientSocket(channel, registry);
        registry.opened(socket);
        desk.onOpen(socket);
    }

    private static VenueConfig config() {
        VenueConfig.Builder builder = VenueConfig.builder().blockMs(0).seed(1).withoutFlow();
        builder = builder.coin("BTC").coin("ETH").account(USER, USDC);
        for (final VenueRule rule : VenueRule.values()) {
            if (rule == VenueRule.REQUEST_WEIGHT || rule == VenueRule.SOCKET_LIMITS) {
                builder = builder.without(rule);
            }
        }
        return builder.build();
    }

    /** Posts a body; it must be answered at the latest with the next block. */
    void post(final String path, final String body) {
        final ChannelHandlerContext context = channel.pipeline().firstContext();
        desk.onRequest(new HttpCall(context, path, body, "127.0.0.1", true, registry));
        desk.onStep(START_MS + 1);
        desk.onStep(START_MS + 10_000);
        channel.runPendingTasks();
        assertTrue(!channel.outboundMessages().isEmpty(), "no answer");
        channel.releaseOutbound();
    }

    /** Sends a text message on a WebSocket. */
    void send(final String text) {
        desk.onText(socket, text);
        desk.onStep(START_MS + 1);
        desk.onStep(START_MS + 10_000);
        channel.runPendingTasks();
        assertTrue(!channel.isOpen() || !channel.outboundMessages().isEmpty(), "no answer");
        channel.releaseOutbound();
        desk.onClose(socket);
    }

    /** A channel that comes from this machine. */
    private static final class Near extends EmbeddedChannel {
        Near() {
            super(new ChannelInboundHandlerAdapter());
        }

        @Override
        protected SocketAddress remoteAddress0() {
            return new InetSocketAddress("127.0.0.1", 40_000);
        }
    }
}
