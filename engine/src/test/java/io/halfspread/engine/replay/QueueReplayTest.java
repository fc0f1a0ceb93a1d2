package io.halfspread.engine.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.halfspread.codec.event.FundingPaymentDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.SourceKind;
import io.halfspread.codec.event.Tif;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.engine.tuning.Sha256;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningSource;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

final class QueueReplayTest {
    private static final long MS = 1_000_000L;
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final List<byte[]> MARKET = SampleMarket.messages(11, 3_000);
    private static final Latency ORDERS = Latency.quantiles(5 * MS, 20 * MS, 150 * MS);
    private static final Latency ANSWERS = Latency.fixed(3 * MS);

    @Test
    void shouldGiveSameHashWhenBatchThreadsOrPaceDiffer() {
        for (final CancelRule rule : CancelRule.values()) {
            final long expected =
                    run(rule, ORDERS, ThreadingMode.INVOKED, 256, 0).hash();

            assertEquals(
                    expected, run(rule, ORDERS, ThreadingMode.INVOKED, 1, 0).hash());
            assertEquals(
                    expected, run(rule, ORDERS, ThreadingMode.SHARED, 64, 0).hash());
            assertEquals(
                    expected, run(rule, ORDERS, ThreadingMode.DEDICATED, 7, 0).hash());
            assertEquals(
                    expected,
                    run(rule, ORDERS, ThreadingMode.INVOKED, 256, 1_000).hash());
        }
    }

    @Test
    void shouldTradeAndDifferWhenDelaysDiffer() {
        final ReplaySummary plain = run(CancelRule.PESSIMISTIC, Latency.none(), ThreadingMode.INVOKED, 256, 0);
        final ReplaySummary late = run(CancelRule.PESSIMISTIC, ORDERS, ThreadingMode.INVOKED, 256, 0);

        assertTrue(plain.instruments().get(0).fills() > 20, plain.toString());
        assertTrue(late.instruments().get(1).fills() > 20, late.toString());
        assertNotEquals(plain.hash(), late.hash());
    }

    @Test
    void shouldNeverGoBackInEventTimeWhenAnswersComeBetweenInputs() {
        final ReplayRunner runner = new ReplayRunner();
        runner.run(ReplayRunner.market(), MARKET, model(CancelRule.PESSIMISTIC, ORDERS), ThreadingMode.INVOKED, 256, 0);

        long last = Long.MIN_VALUE;
        boolean between = false;
        for (final byte[] input : runner.inputs) {
            final long ns = new UnsafeBuffer(input).getLong(8, ByteOrder.LITTLE_ENDIAN);
            assertTrue(ns >= last);
            between |= new UnsafeBuffer(input).getShort(2, ByteOrder.LITTLE_ENDIAN) == 10 && ns > last;
            last = ns;
        }
        assertTrue(between, "no answer came between two inputs");
    }

    @Test
    void shouldReproduceTheSessionAndItsFundingWhenItsRecordIsReplayed() {
        final Messages messages = new Messages();
        final List<byte[]> market = new ArrayList<>();
        market.add(messages.context(SampleMarket.START_NS, 0, 100, 12_500_000L));
        market.add(messages.context(SampleMarket.START_NS, 1, 20, -12_500_000L));
        market.addAll(MARKET);
        final long hourNs = (SampleMarket.START_NS / HOUR_NS + 1) * HOUR_NS;
        market.add(messages.bbo(hourNs + 1_000 * MS, 0, 100, 1, 100.01, 1));
        final ReplayRunner first = new ReplayRunner();
        final ReplaySummary summary = first.run(
                ReplayRunner.market(), market, model(CancelRule.PESSIMISTIC, ORDERS), ThreadingMode.INVOKED, 256, 0);

        final ReplaySummary again =
                new ReplayRunner().run(ReplayPlan.ofSession(null, List.of(), null, null, false), first.inputs);

        final long held = summary.instruments().stream()
                .filter(instrument -> instrument.position() != 0)
                .count();
        assertTrue(held > 0, summary.toString());
        assertEquals(held, summary.inputsByTemplate()[FundingPaymentDecoder.TEMPLATE_ID]);
        assertEquals(summary.hash(), again.hash());
        assertEquals(summary.instruments(), again.instruments());
    }

    @Test
    void shouldEqualTheDropOnMarketDataWhenItIsMadeOnTheRecordedSession() {
        final TuningDrop drop = new TuningDrop(
                30_000 * MS,
                false,
                new TuningSource(SourceKind.DROP, "drop.json", Sha256.of(new byte[] {1})),
                Map.of(TuningParam.SKEW_ADJUSTMENT_FACTOR, 2.0));
        for (final CancelRule rule : CancelRule.values()) {
            final ReplayRunner recorded = new ReplayRunner();
            recorded.run(ReplayRunner.market(), MARKET, immediate(rule), ThreadingMode.INVOKED, 256, 0);
            final long onMarket = new ReplayRunner()
                    .run(ReplayRunner.market(drop), MARKET, immediate(rule), ThreadingMode.INVOKED, 256, 0)
                    .hash();

            final ReplaySummary onSession = new ReplayRunner()
                    .run(
                            ReplayPlan.ofSession(null, List.of(drop), null, null, false),
                            recorded.inputs,
                            immediate(rule),
                            ThreadingMode.INVOKED,
                            256,
                            0);

            assertTrue(onSession.skippedAccountEvents() > 0);
            assertEquals(onMarket, onSession.hash());
        }
    }

    private static QueueFills immediate(final CancelRule rule) {
        return new QueueFills(new QueueSettings(rule, Latency.none(), Latency.none()), Messages.SESSION);
    }

    @Test
    void shouldAllocateNothingWhenWarm() {
        final SplittableRandom random = new SplittableRandom(4);
        final Messages messages = new Messages();
        final List<UnsafeBuffer> script = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            final double px = 100 + (random.nextInt(11) - 5) * 0.1;
            final Side side = random.nextBoolean() ? Side.BID : Side.ASK;
            script.add(new UnsafeBuffer(
                    switch (random.nextInt(4)) {
                        case 0 -> messages.bbo(i * MS, 0, px - 0.1, 1 + random.nextInt(9), px + 0.1, 3);
                        case 1 -> messages.trade(i * MS, 0, side, px, 1 + random.nextInt(5), i, false);
                        case 2 -> messages.cancel(0, side, Math.max(0, i - random.nextInt(9)));
                        default -> messages.place(0, side, random.nextInt(3) == 0 ? Tif.IOC : Tif.ALO, false, i, px, 1);
                    }));
        }
        final QueueFills model = model(CancelRule.OPTIMISTIC, ORDERS);
        final Sink sink = new Sink();
        model.takeOver();
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = Long.MAX_VALUE;
        for (int pass = 0; pass < 12; pass++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            play(model, script, sink);
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertEquals(0, bytes);
        assertTrue(sink.published > 10_000, () -> "published " + sink.published);
    }

    private static void play(final QueueFills model, final List<UnsafeBuffer> script, final Sink sink) {
        for (int i = 0; i < script.size(); i++) {
            final UnsafeBuffer message = script.get(i);
            sink.nowNs += MS;
            if (message.getShort(2, ByteOrder.LITTLE_ENDIAN) < 64) {
                message.putLong(8, sink.nowNs, ByteOrder.LITTLE_ENDIAN);
                message.putLong(16, sink.nowNs, ByteOrder.LITTLE_ENDIAN);
                model.onInput(message, 0, message.capacity());
            } else {
                model.onOutput(message, 0, message.capacity());
            }
            model.publishTo(sink);
        }
    }

    private static final class Sink implements io.halfspread.engine.ring.EventPublisher {
        private final UnsafeBuffer slot = new UnsafeBuffer(new byte[1024]);
        private long published;
        private long nowNs;

        @Override
        public UnsafeBuffer claim() {
            return slot;
        }

        @Override
        public long publish(final int length) {
            return published++;
        }
    }

    private static ReplaySummary run(
            final CancelRule rule,
            final Latency orders,
            final ThreadingMode threading,
            final int batch,
            final double speed) {
        return new ReplayRunner().run(ReplayRunner.market(), MARKET, model(rule, orders), threading, batch, speed);
    }

    private static QueueFills model(final CancelRule rule, final Latency orders) {
        return new QueueFills(new QueueSettings(rule, orders, ANSWERS), Messages.SESSION);
    }
}
