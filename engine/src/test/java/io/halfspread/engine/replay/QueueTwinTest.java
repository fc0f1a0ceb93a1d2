package io.halfspread.engine.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class QueueTwinTest {
    private static final long MS = 1_000_000L;
    private static final double TICK = 0.1;
    private static final double LOT = 0.5;

    private final Messages messages = new Messages();

    @Test
    void shouldEqualTheNaiveTwinWhenBlocksAndCommandsAreRandom() {
        for (final CancelRule rule : CancelRule.values()) {
            int fills = 0;
            for (int seed = 0; seed < 300; seed++) {
                fills += compare(rule, seed);
            }
            assertTrue(fills > 3_000, rule + " filled only " + fills);
        }
    }

    private int compare(final CancelRule rule, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final FillModelDesk fast =
                new FillModelDesk(new QueueFills(new QueueSettings(rule, Latency.none(), Latency.none()), seed));
        final NaiveQueue slow = new NaiveQueue(rule);
        int fills = 0;
        long mid = 1000;
        int tid = 0;
        for (int i = 1; i <= 150; i++) {
            mid += random.nextInt(3) - 1;
            final long ns = i * 100 * MS;
            final List<NaiveQueue.Print> prints = new ArrayList<>();
            for (int n = i == 1 ? 0 : random.nextInt(4); n > 0; n--) {
                final Side aggressor = random.nextBoolean() ? Side.BID : Side.ASK;
                final long px = mid + (aggressor == Side.BID ? 1 : -1) * random.nextInt(5);
                prints.add(new NaiveQueue.Print(aggressor, scaledPx(px), scaledSize(1 + random.nextInt(8)), ++tid));
            }
            final boolean complete = i == 1 || random.nextInt(3) == 0;
            final NaiveQueue.Shown shown = shown(random, mid, complete);
            final boolean bookFirst = random.nextBoolean();
            if (bookFirst) {
                fast.input(book(ns, shown));
            }
            prints.forEach(print -> fast.input(messages.trade(
                    ns, 0, print.aggressor(), units(print.px()), units(print.size()), print.tid(), false)));
            if (!bookFirst) {
                fast.input(book(ns, shown));
            }
            slow.block(prints, shown, bookFirst);
            command(random, i, mid, fast, slow);
            final List<String> lines = fast.drain();
            assertEquals(slow.drain(), lines, rule + " seed " + seed + " block " + i);
            fills +=
                    (int) lines.stream().filter(line -> line.startsWith("fill")).count();
        }
        return fills;
    }

    private void command(
            final SplittableRandom random,
            final int id,
            final long mid,
            final FillModelDesk fast,
            final NaiveQueue slow) {
        final long px = mid + random.nextInt(9) - 4;
        final long size = 1 + random.nextInt(8);
        final long target = Math.max(1, id - random.nextInt(8));
        switch (random.nextInt(6)) {
            case 0 -> {
                final Side side = slow.sideOf(target, Side.BID);
                fast.output(messages.modify(0, side, target, id, px * TICK, size * LOT));
                slow.modify(side, target, id, scaledPx(px), scaledSize(size));
            }
            case 1 -> {
                fast.output(messages.cancel(0, Side.BID, target));
                slow.cancel(target);
            }
            case 2, 3, 4 -> {
                final Side side = random.nextBoolean() ? Side.BID : Side.ASK;
                final Tif tif = random.nextInt(4) == 0 ? Tif.IOC : random.nextInt(4) == 0 ? Tif.GTC : Tif.ALO;
                final boolean reduceOnly = random.nextInt(5) == 0;
                fast.output(messages.place(0, side, tif, reduceOnly, id, px * TICK, size * LOT));
                slow.place(side, tif, reduceOnly, id, scaledPx(px), scaledSize(size));
            }
            default -> {
                // A block without a command of ours.
            }
        }
    }

    private byte[] book(final long ns, final NaiveQueue.Shown shown) {
        if (shown.complete()) {
            return messages.book(ns, 0, false, levels(shown.bids()), levels(shown.asks()));
        }
        return messages.bbo(
                ns,
                0,
                units(shown.bids().firstKey()),
                units(shown.bids().firstEntry().getValue()),
                units(shown.asks().firstKey()),
                units(shown.asks().firstEntry().getValue()));
    }

    private static NaiveQueue.Shown shown(final SplittableRandom random, final long mid, final boolean complete) {
        final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
        final TreeMap<Long, Long> asks = new TreeMap<>();
        final int levels = complete ? 1 + random.nextInt(5) : 1;
        long bid = mid - random.nextInt(2);
        long ask = bid + 1 + random.nextInt(2);
        for (int i = 0; i < levels; i++) {
            bids.put(scaledPx(bid), scaledSize(1 + random.nextInt(9)));
            asks.put(scaledPx(ask), scaledSize(1 + random.nextInt(9)));
            bid -= 1 + random.nextInt(2);
            ask += 1 + random.nextInt(2);
        }
        return new NaiveQueue.Shown(complete, bids, asks);
    }

    private static double[] levels(final TreeMap<Long, Long> side) {
        return side.entrySet().stream()
                .flatMap(level -> java.util.stream.Stream.of(level.getKey(), level.getValue()))
                .mapToDouble(QueueTwinTest::units)
                .toArray();
    }

    private static long scaledPx(final long ticks) {
        return Messages.scaled(ticks * TICK);
    }

    private static long scaledSize(final long lots) {
        return Messages.scaled(lots * LOT);
    }

    private static double units(final long scaled) {
        return (double) scaled / Messages.ONE;
    }
}
