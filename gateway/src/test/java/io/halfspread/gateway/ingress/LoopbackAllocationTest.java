package io.halfspread.gateway.ingress;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.halfspread.codec.hyperliquid.Channel;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.gateway.net.NettyNetwork;
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
 * What a frame costs in allocation from the socket to the ring. Ours is nothing, and asserted where Netty has no part:
 * {@link IngressAgentTest} and the frame reader's test. Here Netty's share is measured and printed; it is bounded only so
 * that a copy or a frame object per message would show.
 */
@Timeout(30)
class LoopbackAllocationTest {
    private static final int BATCH = 500;
    private static final int FRAMES = 5_000;
    private static final double SUSPICIOUS_BYTES = 200;

    @Test
    void shouldMeasureWhatNettyAllocatesPerFrame() {
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
                NettyNetwork network = new NettyNetwork(server.address(), 1 << 16)) {
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
            final String together = measure(agent, reader, sink, client.get(), batch);
            final String single = measure(agent, reader, sink, client.get(), batch.subList(0, 1));
            System.out.println("ingress over loopback, allocated by Netty: " + together + "; " + single + "; by us: 0");
            agent.onClose();
        }
    }

    private static String measure(
            final IngressAgent agent,
            final RingReader reader,
            final CountingHandler sink,
            final VenueClient client,
            final List<String> batch) {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final int rounds = FRAMES / batch.size();
        final long first = agent.frames(Channel.BBO);
        long allocated = 0;
        for (int i = 0; i < 2 * rounds; i++) {
            client.sendAll(batch);
            final long wanted = first + (i + 1L) * batch.size();
            final long before = threads.getCurrentThreadAllocatedBytes();
            while (agent.frames(Channel.BBO) < wanted) {
                agent.doWork();
                reader.poll(sink, 1024);
            }
            allocated += i >= rounds ? threads.getCurrentThreadAllocatedBytes() - before : 0;
        }
        final double perFrame = allocated / (double) FRAMES;
        assertTrue(perFrame < SUSPICIOUS_BYTES, () -> perFrame + " bytes a frame");
        return String.format(Locale.ROOT, "%.1f bytes a frame sent %d at a time", perFrame, batch.size());
    }
}
