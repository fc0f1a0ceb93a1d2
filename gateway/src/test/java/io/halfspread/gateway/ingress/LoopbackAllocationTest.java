package io.halfspread.gateway.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.halfspread.codec.hyperliquid.Channel;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.gateway.net.MeteredNetwork;
import io.halfspread.gateway.net.NettyNetwork;
import io.halfspread.gateway.net.NetworkThread;
import io.halfspread.gateway.net.VenueClient;
import io.halfspread.gateway.net.VenueServer;
import io.halfspread.gateway.session.ConnectionBudget;
import io.halfspread.gateway.session.ConnectionPlan;
import io.halfspread.gateway.session.FeedTimings;
import io.halfspread.gateway.session.MarketStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a frame costs in allocation from the socket to the ring, on a thread as sessions use: nothing of ours, and nothing of
 * Netty's, which is measured apart.
 */
@Timeout(30)
class LoopbackAllocationTest {
    private static final int BATCH = 500;
    private static final int FRAMES = 5_000;
    private static final int PASSES = 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double FEW_BYTES = 8;

    @Test
    void shouldAllocateNothingPerFrame() throws Exception {
        NetworkThread.run(LoopbackAllocationTest::measure);
    }

    private static void measure() {
        final SentFrames source = new SentFrames("HYPE", 9);
        final AtomicReference<VenueClient> client = new AtomicReference<>();
        final EventRing ring = new EventRing(1 << 13);
        final RingReader reader = ring.newReader();
        final CountingHandler sink = new CountingHandler();
        final List<String> batch = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            batch.add(source.bbo());
        }
        try (VenueServer server = new VenueServer(client::set);
                NettyNetwork netty = new NettyNetwork(server.address(), 1 << 16)) {
            final MeteredNetwork network = new MeteredNetwork(netty);
            final IngressAgent agent = new IngressAgent(
                    WallClock.ofSystem(),
                    network,
                    ring,
                    new CoinIndex(List.of("HYPE")),
                    new IngressSettings(
                            ConnectionPlan.of(List.of("HYPE"), Set.of(MarketStream.BBO)),
                            FeedTimings.ofVenue(),
                            ConnectionBudget.ofVenue(),
                            1),
                    List.of(),
                    FrameTap.NONE,
                    note -> {});
            while (client.get() == null) {
                agent.doWork();
                reader.poll(sink, 256);
            }
            final String together = measure(agent, network, reader, sink, client.get(), batch);
            final String single = measure(agent, network, reader, sink, client.get(), batch.subList(0, 1));
            System.out.println("ingress over loopback, allocated by Netty: " + together + "; " + single);
            agent.onClose();
        }
    }

    private static String measure(
            final IngressAgent agent,
            final MeteredNetwork network,
            final RingReader reader,
            final CountingHandler sink,
            final VenueClient client,
            final List<String> batch) {
        long netty = Long.MAX_VALUE;
        long ours = Long.MAX_VALUE;
        // How soon the compiler is done depends on who else wants the machine: the least of some passes counts.
        for (int pass = 0; pass < PASSES && (ours / FRAMES > 0 || netty >= FEW_BYTES * FRAMES); pass++) {
            final long nettyBefore = network.allocated();
            final long all = pass(agent, reader, sink, client, batch);
            final long byNetty = network.allocated() - nettyBefore;
            netty = Math.min(netty, byNetty);
            ours = Math.min(ours, all - byNetty);
        }
        final double perFrame = netty / (double) FRAMES;
        assertEquals(0, ours / FRAMES, "bytes a frame by us");
        assertTrue(perFrame < FEW_BYTES, () -> perFrame + " bytes a frame");
        return String.format(
                Locale.ROOT, "%.1f bytes a frame sent %d at a time, by us %d", perFrame, batch.size(), ours);
    }

    /** Takes in some thousand frames; returns what this thread allocated for them. */
    private static long pass(
            final IngressAgent agent,
            final RingReader reader,
            final CountingHandler sink,
            final VenueClient client,
            final List<String> batch) {
        long allocated = 0;
        for (int sent = 0; sent < FRAMES; sent += batch.size()) {
            client.sendAll(batch);
            final long wanted = agent.frames(Channel.BBO) + batch.size();
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            while (agent.frames(Channel.BBO) < wanted) {
                agent.doWork();
                reader.poll(sink, 1024);
            }
            allocated += THREADS.getCurrentThreadAllocatedBytes() - before;
        }
        return allocated;
    }
}
