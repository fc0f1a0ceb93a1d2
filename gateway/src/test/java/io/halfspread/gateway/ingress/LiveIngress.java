package io.halfspread.gateway.ingress;

import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.gateway.frames.FrameInputs;
import io.halfspread.gateway.net.NettyNetwork;
import io.halfspread.gateway.net.WebSocketAddress;
import io.halfspread.gateway.session.ConnectionBudget;
import io.halfspread.gateway.session.ConnectionPlan;
import io.halfspread.gateway.session.FeedTimings;
import io.halfspread.gateway.session.MarketStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.agrona.DirectBuffer;

/** An ingress on real sockets, stepped by the test's thread, with everything it wrote and every frame it took. */
final class LiveIngress implements AutoCloseable, FrameTap {
    static final long MS = 1_000_000L;

    final List<String> frames = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final RingRecord record = new RingRecord();
    final EventRing ring = new EventRing(1024);
    final IngressAgent agent;
    final List<String> coins;
    private final RingReader reader = ring.newReader();
    private final StringBuilder file = new StringBuilder();

    LiveIngress(
            final WebSocketAddress address,
            final List<String> coins,
            final Set<MarketStream> streams,
            final FeedTimings timings,
            final int maxMessageBytes,
            final SideQueue... sideQueues) {
        this.coins = coins;
        agent = new IngressAgent(
                WallClock.ofSystem(),
                new NettyNetwork(address, maxMessageBytes),
                ring,
                new CoinIndex(coins),
                new IngressSettings(
                        ConnectionPlan.of(coins, streams), timings, new ConnectionBudget(1000, 10), 20_261_123),
                List.of(sideQueues),
                this,
                notes::add);
    }

    static FeedTimings impatient(final long pongTimeoutMs, final Map<MarketStream, Long> maxSilenceNs) {
        return new FeedTimings(
                8_000 * MS, 8_000 * MS, 100 * MS, pongTimeoutMs * MS, 5 * MS, 50 * MS, 10_000 * MS, maxSilenceNs);
    }

    @Override
    public void onFrame(final long ingestNs, final DirectBuffer buffer, final int offset, final int length) {
        final byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        final String frame = new String(bytes, StandardCharsets.UTF_8);
        frames.add(frame);
        file.append(ingestNs).append(' ').append(frame).append('\n');
    }

    /** Steps until something holds; fails after a while. */
    void until(final String what, final long patienceMs, final BooleanSupplier holds) {
        final long endNs = System.nanoTime() + patienceMs * MS;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > endNs) {
                throw new AssertionError(what + " did not happen within " + patienceMs + " ms; notes: " + notes);
            }
            step();
        }
    }

    void forMs(final long ms) {
        final long endNs = System.nanoTime() + ms * MS;
        while (System.nanoTime() < endNs) {
            step();
        }
    }

    int step() {
        final int work = agent.doWork();
        drain();
        if (work == 0) {
            Thread.yield();
        }
        return work;
    }

    void drain() {
        while (reader.poll(record, 256) > 0) {
            Thread.onSpinWait();
        }
    }

    /** Frames of market data taken, in order. */
    List<String> marketFrames() {
        return frames.stream()
                .filter(frame -> frame.startsWith("{\"channel\":\"bbo")
                        || frame.startsWith("{\"channel\":\"l2Book")
                        || frame.startsWith("{\"channel\":\"trades")
                        || frame.startsWith("{\"channel\":\"activeAssetCtx")
                        || frame.startsWith("{\"channel\":\"allMids"))
                .toList();
    }

    /** What decoding the frames taken from a file gives. */
    List<String> decodedFromFile(final Path folder) throws IOException {
        final Path path = Files.writeString(folder.resolve("frames"), file);
        final List<String> events = new ArrayList<>();
        try (FrameInputs inputs = new FrameInputs(List.of(path), new CoinIndex(coins))) {
            while (inputs.next()) {
                events.add(RingRecord.hex(inputs.buffer(), inputs.offset(), inputs.length()));
            }
        }
        return events;
    }

    @Override
    public void close() {
        agent.onClose();
        drain();
    }
}
