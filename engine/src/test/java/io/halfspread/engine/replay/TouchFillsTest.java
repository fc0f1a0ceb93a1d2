package io.halfspread.engine.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TouchFillsTest {
    private final Messages messages = new Messages();
    private final FillModelDesk desk = new FillModelDesk(new TouchFills());

    @Test
    void shouldFillOnlyWhenAFreshTradePrintsThrough() {
        market();
        command(messages.place(0, Side.BID, Tif.ALO, false, 1, 99.9, 1));

        assertEquals(List.of("order 1 OPEN 1"), desk.drain());
        trade(99.9, 5, false);
        assertEquals(List.of(), desk.drain());
        trade(99.8, 5, true);
        assertEquals(List.of(), desk.drain());
        trade(99.89, 0.25, false);
        assertEquals(List.of("fill 1 99.9 0.25 maker cause 3", "order 1 OPEN 0.75"), desk.drain());
        trade(99.5, 5, false);
        assertEquals(List.of("fill 1 99.9 0.75 maker cause 4", "order 1 FILLED 0"), desk.drain());
    }

    @Test
    void shouldShareATradeByPriceThenAgeWhenSeveralOrdersRest() {
        market();
        command(messages.place(0, Side.BID, Tif.ALO, false, 1, 99.7, 1));
        command(messages.place(0, Side.BID, Tif.ALO, false, 2, 99.9, 1));
        command(messages.place(0, Side.BID, Tif.ALO, false, 3, 99.7, 1));
        command(messages.place(1, Side.BID, Tif.ALO, false, 4, 99.9, 1));
        desk.drain();

        trade(99.6, 2.5, false);

        assertEquals(
                List.of(
                        "fill 2 99.9 1 maker cause 1",
                        "order 2 FILLED 0",
                        "fill 1 99.7 1 maker cause 1",
                        "order 1 FILLED 0",
                        "fill 3 99.7 0.5 maker cause 1",
                        "order 3 OPEN 0.5"),
                desk.drain());
    }

    @Test
    void shouldRejectPostOnlyWhenItWouldCross() {
        market();

        command(messages.place(0, Side.BID, Tif.ALO, false, 1, 100.1, 1));
        command(messages.place(0, Side.ASK, Tif.ALO, false, 2, 99.9, 1));

        assertEquals(List.of("order 1 REJECTED_POST_ONLY 1", "order 2 REJECTED_POST_ONLY 1"), desk.drain());
    }

    @Test
    void shouldTakeTheDisplayedTouchOnceWhenImmediateOrCancel() {
        market();

        command(messages.place(0, Side.BID, Tif.IOC, false, 1, 101, 2));
        command(messages.place(0, Side.BID, Tif.IOC, false, 2, 101, 2));
        command(messages.place(0, Side.BID, Tif.IOC, false, 3, 100, 2));

        assertEquals(
                List.of(
                        "fill 1 100.1 2 taker cause 0",
                        "order 1 FILLED 0",
                        "fill 2 100.1 1 taker cause 0",
                        "order 2 CANCELED 1",
                        "order 3 CANCELED 2"),
                desk.drain());
    }

    @Test
    void shouldClipToThePositionWhenReduceOnly() {
        market();
        command(messages.place(0, Side.ASK, Tif.IOC, true, 1, 99, 2));
        command(messages.place(0, Side.BID, Tif.IOC, false, 2, 101, 1));
        command(messages.place(0, Side.ASK, Tif.IOC, true, 3, 99, 2));

        assertEquals(
                List.of(
                        "order 1 REJECTED 2 reduce-only: no position to reduce",
                        "fill 2 100.1 1 taker cause 0",
                        "order 2 FILLED 0",
                        "fill 3 99.9 1 taker cause 0",
                        "order 3 CANCELED 1"),
                desk.drain());
    }

    @Test
    void shouldEndTheOldAndOpenTheNewWhenModified() {
        market();
        command(messages.place(0, Side.BID, Tif.ALO, false, 1, 99.8, 1));
        command(messages.modify(0, Side.BID, 1, 2, 99.9, 2));
        command(messages.modify(0, Side.BID, 2, 3, 100.1, 2));
        command(messages.modify(0, Side.BID, 2, 4, 99.8, 2));

        assertEquals(
                List.of(
                        "order 1 OPEN 1",
                        "order 1 CANCELED 1",
                        "order 2 OPEN 2",
                        "order 2 CANCELED 2",
                        "order 3 REJECTED_POST_ONLY 2",
                        "order 4 REJECTED 2 the order to modify is not open"),
                desk.drain());
    }

    @Test
    void shouldCancelOneOrAllWhenAsked() {
        market();
        command(messages.place(0, Side.BID, Tif.ALO, false, 1, 99.8, 1));
        command(messages.place(0, Side.ASK, Tif.ALO, false, 2, 100.2, 1));
        command(messages.place(1, Side.ASK, Tif.ALO, false, 3, 100.2, 1));
        command(messages.cancel(0, Side.BID, 1));
        command(messages.cancel(0, Side.BID, 1));
        command(messages.cancelAll(0));
        command(messages.cancelAll(65535));

        assertEquals(
                List.of(
                        "order 1 OPEN 1",
                        "order 2 OPEN 1",
                        "order 3 OPEN 1",
                        "order 1 CANCELED 1",
                        "cancel of 1 ERROR",
                        "order 2 CANCELED 1",
                        "order 3 CANCELED 1"),
                desk.drain());
    }

    @Test
    void shouldOnlyAcknowledgeWhenFillsAreNone() {
        final FillModelDesk none = new FillModelDesk(new AcknowledgingFills());
        none.input(messages.bbo(1, 0, 99.9, 3, 100.1, 3));
        none.output(messages.place(0, Side.BID, Tif.ALO, false, 1, 99.8, 1));
        none.output(messages.place(0, Side.BID, Tif.IOC, false, 2, 101, 1));
        none.input(messages.trade(2, 0, 90, 5, 1, false));

        assertEquals(List.of("order 1 OPEN 1", "order 2 CANCELED 1"), none.drain());
    }

    @Test
    void shouldEqualTheNaiveTwinWhenCommandsAndTradesAreRandom() {
        for (int seed = 0; seed < 200; seed++) {
            final SplittableRandom random = new SplittableRandom(seed);
            final FillModelDesk fast = new FillModelDesk(new TouchFills());
            final NaiveFills slow = new NaiveFills();
            for (int i = 1; i <= 300; i++) {
                final int instrument = random.nextInt(2);
                final double px = 100 + (random.nextInt(41) - 20) * 0.1;
                final double size = (1 + random.nextInt(8)) * 0.5;
                switch (random.nextInt(6)) {
                    case 0 -> {
                        fast.input(messages.bbo(i, instrument, px - 0.1, size, px + 0.1, size + 1));
                        slow.touch(instrument, px - 0.1, size, px + 0.1, size + 1);
                    }
                    case 1 -> {
                        final boolean replayed = random.nextInt(5) == 0;
                        fast.input(messages.trade(i, instrument, px, size, i, replayed));
                        slow.trade(instrument, px, size, i, replayed);
                    }
                    case 2 -> {
                        final long target = Math.max(1, i - random.nextInt(12));
                        final Side side = slow.sideOf(target, Side.BID);
                        fast.output(messages.modify(instrument, side, target, i, px, size));
                        slow.modify(instrument, side, target, i, px, size);
                    }
                    case 3 -> {
                        final long target = Math.max(1, i - random.nextInt(12));
                        fast.output(messages.cancel(instrument, Side.BID, target));
                        slow.cancel(target);
                    }
                    default -> {
                        final Side side = random.nextBoolean() ? Side.BID : Side.ASK;
                        final Tif tif = random.nextInt(3) == 0 ? Tif.IOC : random.nextInt(4) == 0 ? Tif.GTC : Tif.ALO;
                        final boolean reduceOnly = random.nextInt(4) == 0;
                        fast.output(messages.place(instrument, side, tif, reduceOnly, i, px, size));
                        slow.place(instrument, side, tif, reduceOnly, i, px, size);
                    }
                }
                assertEquals(slow.drain(), fast.drain(), "seed " + seed + " step " + i);
            }
        }
    }

    private int trades;

    private void market() {
        desk.input(messages.bbo(1, 0, 99.9, 3, 100.1, 3));
        desk.input(messages.bbo(1, 1, 99.9, 3, 100.1, 3));
    }

    private void command(final byte[] message) {
        desk.output(message);
    }

    private void trade(final double px, final double sz, final boolean replayed) {
        desk.input(messages.trade(2, 0, px, sz, ++trades, replayed));
    }
}
