package io.halfspread.gateway.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.ConnectionStateDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.MidPriceDecoder;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.TimerDecoder;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.engine.tuning.TuningEvents;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.gateway.net.ScriptedNetwork;
import io.halfspread.gateway.session.ConnectionBudget;
import io.halfspread.gateway.session.ConnectionPlan;
import io.halfspread.gateway.session.FeedTimings;
import io.halfspread.gateway.session.MarketDataSession;
import io.halfspread.gateway.session.MarketStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class IngressAgentTest {
    private static final long MS = 1_000_000L;
    private static final long START = 1_790_000_000_050L * MS;
    private static final int SLOTS = 64;

    private final ScriptedNetwork network = new ScriptedNetwork();
    private final EventRing ring = new EventRing(SLOTS);
    private final RingReader reader = ring.newReader();
    private final RingRecord record = new RingRecord();
    private final SideQueue sideQueue = new SideQueue(SideQueue.DEFAULT_CAPACITY);
    private final List<String> notes = new ArrayList<>();
    private final SentFrames source = new SentFrames("HYPE", 1);
    private long nowNs = START;
    private final IngressAgent agent = new IngressAgent(
            () -> nowNs,
            network,
            ring,
            new CoinIndex(List.of("HYPE")),
            new IngressSettings(
                    ConnectionPlan.of(List.of("HYPE"), EnumSet.allOf(MarketStream.class)),
                    FeedTimings.ofVenue(),
                    ConnectionBudget.ofVenue(),
                    1),
            List.of(sideQueue),
            FrameTap.NONE,
            notes::add);

    @Test
    void shouldWriteEveryTimerBeforeTheFrameThatPassesIt() {
        ready();
        network.connection(0).text(source.bbo());
        cycle(49 * MS);
        network.connection(0).text(source.bbo());
        cycle(MS);
        network.connection(0).text(source.bbo());
        cycle(250 * MS);
        drain();

        final int timer = TimerDecoder.TEMPLATE_ID;
        final int bbo = BestBidOfferDecoder.TEMPLATE_ID;
        final int from = record.templates.indexOf(bbo);
        assertEquals(
                List.of(bbo, timer, bbo, timer, timer, bbo), record.templates.subList(from, record.templates.size()));
        assertEquals(
                List.of(
                        START + 49 * MS,
                        START + 50 * MS,
                        START + 50 * MS,
                        START + 150 * MS,
                        START + 250 * MS,
                        START + 300 * MS),
                record.ingestNs.subList(from, record.ingestNs.size()));
    }

    @Test
    void shouldLetEventsOfOtherThreadsInStampedWithItsTime() {
        ready();
        final UnsafeBuffer event = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);
        sideQueue.offer(event, TuningEvents.encode(event, 7, TuningUpdate.defaults()));

        cycle(5 * MS);
        drain();

        assertEquals(1, record.count(TuningParamsUpdateDecoder.TEMPLATE_ID));
        assertEquals(START + 5 * MS, record.ingestNs.get(record.ingestNs.size() - 1));
    }

    @Test
    void shouldKeepTheNewestAndShedTheRestWhileTheRingIsFull() {
        ready();
        for (int i = 0; i < SLOTS * 3; i++) {
            network.connection(0).text(source.bbo());
            network.connection(0).text(source.trades());
            cycle(20 * MS);
        }
        final long shed = agent.shed();
        assertTrue(shed > SLOTS * 2, () -> "shed " + shed);
        drain();
        cycle(MS);
        drain();

        assertEquals(agent.written(BestBidOfferDecoder.TEMPLATE_ID), record.count(BestBidOfferDecoder.TEMPLATE_ID));
        assertEquals(agent.written(TradeDecoder.TEMPLATE_ID), record.count(TradeDecoder.TEMPLATE_ID));
        for (int i = 1; i < record.ingestNs.size(); i++) {
            assertTrue(record.ingestNs.get(i) >= record.ingestNs.get(i - 1), "event time runs backwards");
        }
    }

    @Test
    void shouldHoldEverythingUpForAnAccountEventWithoutRoom() {
        ready();
        final String updates = orderUpdates(SLOTS * 2);
        network.connection(0).text(updates);
        network.connection(0).text(source.bbo());
        network.connection(1).text(source.book(true));
        cycle(MS);
        cycle(MS);
        assertEquals(0, agent.written(BestBidOfferDecoder.TEMPLATE_ID));

        for (int i = 0; i < 10; i++) {
            drain();
            cycle(MS);
        }
        drain();

        assertEquals(SLOTS * 2, record.count(OrderUpdateDecoder.TEMPLATE_ID));
        assertEquals(1, agent.written(BestBidOfferDecoder.TEMPLATE_ID));
        assertEquals(0, agent.shed());
    }

    @Test
    void shouldWriteEveryStateOfItsConnectionsInOrderEvenAfterTheRingWasFull() {
        ready();
        for (int i = 0; i < SLOTS * 4; i++) {
            network.connection(0).text(source.context());
        }
        network.connection(1).end(1006, "reset");
        cycle(MS);
        assertEquals(6, agent.written(ConnectionStateDecoder.TEMPLATE_ID));

        drain();
        cycle(MS);
        drain();
        agent.onClose();
        drain();

        assertEquals(
                List.of(
                        "0 CONNECTING",
                        "1 CONNECTING",
                        "0 OPEN",
                        "1 OPEN",
                        "0 READY",
                        "1 READY",
                        "1 CLOSED",
                        "0 CLOSED"),
                record.states);
    }

    @Test
    void shouldFlagTheHistoryOfAFreshConnectionOnly() {
        ready();
        network.connection(0).text(source.trades());
        cycle(MS);
        final long first = record.count(TradeDecoder.TEMPLATE_ID);
        network.connection(1).end(1006, "");
        cycle(MS);
        network.connection(0).text(source.trades());
        cycle(MS);
        drain();

        assertEquals(0, first);
        assertEquals(List.of(1, 0), replayedFlags());
    }

    @Test
    void shouldNotLetRefusedFramesFloodTheLog() {
        ready();
        for (int i = 0; i < 500; i++) {
            network.connection(0).text("garbage " + i);
        }
        cycle(MS);
        cycle(61_000 * MS);
        network.connection(0).text("garbage");
        cycle(MS);

        assertEquals(501, agent.refused());
        assertTrue(notes.size() < 70, () -> notes.size() + " notes");
        assertTrue(notes.stream().anyMatch(note -> note.contains("lines before this one were left out")));
    }

    @Test
    void shouldAllocateNothingPerFrame() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final CountingHandler sink = new CountingHandler();
        ready();
        final MarketDataSession session = agent.sessions().get(0);
        final List<UnsafeBuffer> frames = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            frames.add(new UnsafeBuffer(source.next().getBytes(StandardCharsets.UTF_8)));
        }
        final UnsafeBuffer[] inputs = frames.toArray(new UnsafeBuffer[0]);
        long allocated = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 8; attempt++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            for (int round = 0; round < 400; round++) {
                for (int i = 0; i < inputs.length; i++) {
                    agent.onFrame(session, inputs[i], 0, inputs[i].capacity());
                    nowNs += MS / 100;
                    agent.doWork();
                    reader.poll(sink, 64);
                }
            }
            allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertEquals(0, allocated);
        assertTrue(sink.messages > 100_000);
        assertEquals(0, agent.shed());
    }

    @Test
    void shouldNeverLetTheClockRunBackwards() {
        final long[] monotonic = {500, 500, 500, 600, 590, 610};
        final int[] at = {0};
        final WallClock clock = new WallClock(
                Clock.fixed(Instant.ofEpochSecond(1_790_000_000L, 123), ZoneOffset.UTC), () -> monotonic[at[0]++]);

        assertEquals(1_790_000_000_000_000_123L, clock.nanoTime());
        assertEquals(1_790_000_000_000_000_223L, clock.nanoTime());
        assertEquals(1_790_000_000_000_000_223L, clock.nanoTime());
        assertEquals(1_790_000_000_000_000_233L, clock.nanoTime());
    }

    private void ready() {
        cycle(0);
        network.connection(0).open();
        network.connection(1).open();
        cycle(0);
        network.connection(0).acknowledgeAll();
        network.connection(1).acknowledgeAll();
        cycle(0);
        assertTrue(agent.sessions().stream().allMatch(session -> session.isReady()));
        drain();
        assertEquals(0, record.count(MidPriceDecoder.TEMPLATE_ID));
    }

    private void cycle(final long ns) {
        nowNs += ns;
        agent.doWork();
    }

    private void drain() {
        while (reader.poll(record, SLOTS) > 0) {
            Thread.onSpinWait();
        }
    }

    private List<Integer> replayedFlags() {
        final List<Integer> flags = new ArrayList<>();
        for (final String event : record.marketData) {
            final UnsafeBuffer message = new UnsafeBuffer(HexFormat.of().parseHex(event));
            final TradeDecoder trade = new TradeDecoder();
            final int flag = trade.wrapAndApplyHeader(message, 0, new MessageHeaderDecoder())
                    .replayed()
                    .value();
            if (flags.isEmpty() || flags.get(flags.size() - 1) != flag) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private static String orderUpdates(final int count) {
        final StringBuilder updates = new StringBuilder("{\"channel\":\"orderUpdates\",\"data\":[");
        for (int i = 0; i < count; i++) {
            updates.append(i == 0 ? "" : ",")
                    .append("{\"order\":{\"coin\":\"HYPE\",\"side\":\"B\",\"limitPx\":\"40.1\",\"sz\":\"0.3\",\"oid\":")
                    .append(i + 1)
                    .append(
                            ",\"timestamp\":1790000000000,\"origSz\":\"0.3\"},\"status\":\"open\",\"statusTimestamp\":1790000000000}");
        }
        return updates.append("]}").toString();
    }
}
