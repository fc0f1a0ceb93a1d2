package io.halfspread.engine.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QueueFillsTest {
    private static final long MS = 1_000_000L;
    private static final long HOUR_NS = 3_600_000_000_000L;

    private final Messages messages = new Messages();
    private FillModelDesk desk = desk(CancelRule.PESSIMISTIC, Latency.none(), Latency.none());
    private int tids;

    @Test
    void shouldFillOnlyWhatATradeLeavesOfTheSizeAhead() {
        market();
        bid(1, 99.9, 1);

        trade(2, Side.ASK, 99.9, 2);
        assertEquals(List.of("order 1 OPEN 1"), desk.drain());
        trade(3, Side.ASK, 99.9, 1.25);
        assertEquals(List.of("fill 1 99.9 0.25 maker cause 2", "order 1 OPEN 0.75"), desk.drain());
        trade(4, Side.ASK, 99.9, 5);
        assertEquals(List.of("fill 1 99.9 0.75 maker cause 3", "order 1 FILLED 0"), desk.drain());
    }

    @Test
    void shouldFillAtOurPriceWhenATradeGoesThrough() {
        market();
        bid(1, 99.9, 1);

        trade(2, Side.ASK, 99.8, 0.5);

        assertEquals(List.of("order 1 OPEN 1", "fill 1 99.9 0.5 maker cause 1", "order 1 OPEN 0.5"), desk.drain());
        trade(3, Side.ASK, 99.9, 0.5);
        assertEquals(List.of("fill 1 99.9 0.5 maker cause 2", "order 1 FILLED 0"), desk.drain());
    }

    @Test
    void shouldBeFirstWhenInsideTheSpread() {
        market();
        bid(1, 100, 1);

        trade(2, Side.ASK, 99.9, 0.4);
        trade(3, Side.ASK, 100, 0.6);

        assertEquals(
                List.of(
                        "order 1 OPEN 1",
                        "fill 1 100 0.4 maker cause 1",
                        "order 1 OPEN 0.6",
                        "fill 1 100 0.6 maker cause 2",
                        "order 1 FILLED 0"),
                desk.drain());
    }

    @Test
    void shouldLeaveAsksAloneWhenTheAggressorSells() {
        market();
        bid(1, 99.9, 1);
        ask(2, 100.1, 1);
        desk.drain();

        trade(2, Side.ASK, 100.1, 9);
        trade(3, Side.BID, 99.9, 9);
        desk.input(messages.trade(4 * MS, 0, Side.ASK, 99, 9, 7, true));

        assertEquals(List.of(), desk.drain());
        trade(5, Side.BID, 100.1, 3.5);
        assertEquals(List.of("fill 2 100.1 0.5 maker cause 3", "order 2 OPEN 0.5"), desk.drain());
    }

    @Test
    void shouldTakeCancelsFromBehindOrFromAheadAsTheRuleSays() {
        for (final CancelRule rule : CancelRule.values()) {
            desk = desk(rule, Latency.none(), Latency.none());
            market();
            bid(1, 99.9, 1);
            bbo(2, 99.9, 5, 100.1, 3);
            bbo(3, 99.9, 3.5, 100.1, 3);
            desk.drain();

            trade(4, Side.ASK, 99.9, 2);

            assertEquals(
                    rule == CancelRule.PESSIMISTIC
                            ? List.of()
                            : List.of("fill 1 99.9 0.5 maker cause " + tids, "order 1 OPEN 0.5"),
                    desk.drain());
        }
    }

    @Test
    void shouldKnowNoMoreAheadThanIsDisplayed() {
        market();
        bid(1, 99.9, 1);
        bbo(2, 99.9, 0.5, 100.1, 3);
        bbo(3, 99.9, 8, 100.1, 3);
        desk.drain();

        trade(4, Side.ASK, 99.9, 0.75);

        assertEquals(List.of("fill 1 99.9 0.25 maker cause 1", "order 1 OPEN 0.75"), desk.drain());
    }

    @Test
    void shouldCountATradeOnceWhenTheBookThatShowsItComesFirst() {
        for (final CancelRule rule : CancelRule.values()) {
            desk = desk(rule, Latency.none(), Latency.none());
            market();
            bid(1, 99.9, 1);
            desk.drain();

            bbo(2, 99.9, 1, 100.1, 3);
            trade(2, Side.ASK, 99.9, 2);
            assertEquals(List.of(), desk.drain());
            trade(3, Side.ASK, 99.9, 1.5);
            assertEquals(List.of("fill 1 99.9 0.5 maker cause " + tids, "order 1 OPEN 0.5"), desk.drain());
        }
    }

    @Test
    void shouldFillFromALateTradeWhenItWasLargerThanWhatWasAhead() {
        for (final CancelRule rule : CancelRule.values()) {
            desk = desk(rule, Latency.none(), Latency.none());
            market();
            bid(1, 99.9, 1);
            desk.drain();

            bbo(2, 99.8, 4, 100.1, 3);
            trade(2, Side.ASK, 99.9, 3.5);

            assertEquals(List.of("fill 1 99.9 0.5 maker cause " + tids, "order 1 OPEN 0.5"), desk.drain());
        }
    }

    @Test
    void shouldMeetNoTradeThatHappenedBeforeItCame() {
        market();
        bbo(2, 99.9, 3, 100.1, 3);
        bid(1, 99.9, 1);
        desk.drain();

        trade(2, Side.ASK, 99.8, 5);
        trade(1, Side.ASK, 99.9, 50);

        assertEquals(List.of(), desk.drain());
    }

    @Test
    void shouldBeFirstWhenTheLevelVanishes() {
        for (final CancelRule rule : CancelRule.values()) {
            desk = desk(rule, Latency.none(), Latency.none());
            market();
            bid(1, 99.9, 1);
            bbo(2, 99.7, 3, 100.1, 3);
            desk.drain();

            trade(3, Side.ASK, 99.9, 0.5);

            assertEquals(List.of("fill 1 99.9 0.5 maker cause " + tids, "order 1 OPEN 0.5"), desk.drain());
        }
    }

    @Test
    void shouldKeepItsPlaceWhileTheLevelIsOutOfSight() {
        market();
        bid(1, 99.9, 1);
        bbo(2, 100, 3, 100.1, 3);
        trade(3, Side.ASK, 99.9, 0.1);
        assertEquals(
                List.of("order 1 OPEN 1"),
                desk.drain(),
                "a trade at our price while a better one is shown only moves us");
        bbo(4, 99.9, 9, 100.1, 3);

        trade(5, Side.ASK, 99.9, 3);

        assertEquals(List.of("fill 1 99.9 0.1 maker cause 2", "order 1 OPEN 0.9"), desk.drain());
    }

    @Test
    void shouldWaitForTheLevelToBeSeenWhenItIsDeeperThanTheBook() {
        market();
        bid(1, 99, 1);
        desk.drain();

        trade(2, Side.ASK, 99, 50);
        desk.input(messages.book(3 * MS, 0, false, new double[] {99.9, 3, 99, 2}, new double[] {100.1, 3}));
        trade(3, Side.ASK, 99, 50);
        assertEquals(List.of(), desk.drain());
        trade(4, Side.ASK, 99, 2.5);

        assertEquals(List.of("fill 1 99 0.5 maker cause 3", "order 1 OPEN 0.5"), desk.drain());
    }

    @Test
    void shouldKeepTheOrderOfOurOwnOrdersAtOnePrice() {
        market();
        bid(1, 99.9, 1);
        bbo(2, 99.9, 5, 100.1, 3);
        bid(2, 99.9, 1);
        desk.drain();

        trade(3, Side.ASK, 99.9, 5.5);

        assertEquals(List.of("fill 1 99.9 1 maker cause 1", "order 1 FILLED 0"), desk.drain());
        trade(4, Side.ASK, 99.9, 1);
        assertEquals(List.of("fill 2 99.9 0.5 maker cause 2", "order 2 OPEN 0.5"), desk.drain());
    }

    @Test
    void shouldServeBetterPricesFirstWhenATradeReachesSeveral() {
        market();
        bid(1, 99.8, 1);
        bid(2, 100, 1);
        bid(3, 99.9, 1);
        desk.drain();

        trade(2, Side.ASK, 99.8, 2.5);

        assertEquals(
                List.of(
                        "fill 2 100 1 maker cause 1",
                        "order 2 FILLED 0",
                        "fill 3 99.9 1 maker cause 1",
                        "order 3 FILLED 0"),
                desk.drain(),
                "the rest of the trade meets a level whose size is not known");
    }

    @Test
    void shouldLoseItsPlaceWhenModifiedAtTheSamePrice() {
        market();
        bid(1, 99.9, 1);
        trade(2, Side.ASK, 99.9, 3);
        bbo(3, 99.9, 4, 100.1, 3);
        desk.output(messages.modify(0, Side.BID, 1, 2, 99.9, 1));
        desk.drain();

        trade(4, Side.ASK, 99.9, 4);
        assertEquals(List.of(), desk.drain());
        trade(5, Side.ASK, 99.9, 1);

        assertEquals(List.of("fill 2 99.9 1 maker cause 3", "order 2 FILLED 0"), desk.drain());
    }

    @Test
    void shouldFillFromABookThatCrossesUsAndCountItsSizeOnce() {
        market();
        bid(1, 99.9, 2);
        desk.drain();

        bbo(2, 99.7, 3, 99.9, 0.5);
        assertEquals(List.of("fill 1 99.9 0.5 maker cause 0", "order 1 OPEN 1.5"), desk.drain());
        bbo(3, 99.7, 4, 99.9, 0.5);
        assertEquals(List.of(), desk.drain());
        bbo(4, 99.7, 4, 99.8, 0.75);
        assertEquals(List.of("fill 1 99.9 0.25 maker cause 0", "order 1 OPEN 1.25"), desk.drain());
        bbo(5, 99.7, 4, 100, 0.75);
        bbo(6, 99.7, 4, 99.9, 5);
        assertEquals(List.of("fill 1 99.9 1.25 maker cause 0", "order 1 FILLED 0"), desk.drain());
    }

    @Test
    void shouldWalkTheRecordedBookOnceWhenTaking() {
        desk.input(messages.book(MS, 0, false, new double[] {99.9, 3}, new double[] {100.1, 1, 100.2, 2, 100.4, 9}));
        desk.output(messages.place(0, Side.BID, Tif.IOC, false, 1, 100.3, 2.5));
        desk.output(messages.place(0, Side.BID, Tif.IOC, false, 2, 100.3, 2));
        desk.output(messages.place(0, Side.BID, Tif.ALO, false, 3, 100.1, 2));
        desk.input(
                messages.book(2 * MS, 0, false, new double[] {99.9, 3}, new double[] {100.1, 1, 100.2, 2, 100.4, 9}));
        desk.output(messages.place(0, Side.BID, Tif.GTC, false, 4, 100.1, 2));

        assertEquals(
                List.of(
                        "fill 1 100.1 1 taker cause 0",
                        "fill 1 100.2 1.5 taker cause 0",
                        "order 1 FILLED 0",
                        "fill 2 100.2 0.5 taker cause 0",
                        "order 2 CANCELED 1.5",
                        "order 3 REJECTED_POST_ONLY 2",
                        "fill 4 100.1 1 taker cause 0",
                        "order 4 OPEN 1"),
                desk.drain());
        desk.input(messages.book(3 * MS, 0, false, new double[] {99.9, 3}, new double[] {100.1, 1, 100.2, 2}));
        assertEquals(List.of(), desk.drain(), "what it took is not offered to it again");
    }

    @Test
    void shouldNotTradeWithOurselves() {
        market();
        ask(1, 100, 1);
        bid(2, 100, 1);
        desk.output(messages.place(0, Side.BID, Tif.IOC, false, 3, 100.1, 1));

        assertEquals(
                List.of(
                        "order 1 OPEN 1",
                        "order 2 REJECTED_POST_ONLY 1",
                        "order 1 CANCELED_BY_VENUE 1 cancelled: our own order would have traded with it",
                        "fill 3 100.1 1 taker cause 0",
                        "order 3 FILLED 0"),
                desk.drain());
    }

    @Test
    void shouldNeverTradeMoreThanThePositionWhenReduceOnly() {
        market();
        desk.output(messages.place(0, Side.ASK, Tif.ALO, true, 1, 100.1, 2));
        desk.output(messages.place(0, Side.BID, Tif.IOC, false, 2, 100.1, 1));
        desk.output(messages.place(0, Side.ASK, Tif.ALO, true, 3, 100.1, 2));
        desk.drain();

        trade(2, Side.BID, 100.2, 9);

        assertEquals(
                List.of(
                        "fill 3 100.1 1 maker cause 1",
                        "order 3 CANCELED_BY_VENUE 1 reduce-only: no position to reduce"),
                desk.drain());
    }

    @Test
    void shouldReachTheMarketAndComeBackWhenTheirDelaysArePast() {
        desk = desk(CancelRule.PESSIMISTIC, Latency.fixed(10 * MS), Latency.fixed(5 * MS));
        market();
        bid(1, 100, 1);
        assertEquals(11 * MS, desk.dueNs());
        trade(5, Side.ASK, 99.9, 1);
        desk.time(11 * MS);
        assertEquals(List.of(), desk.drain());
        assertEquals(16 * MS, desk.dueNs());
        trade(12, Side.ASK, 99.9, 1);
        desk.time(16 * MS);
        assertEquals(List.of("order 1 OPEN 1"), desk.drain());
        desk.output(messages.cancel(0, Side.BID, 1));
        desk.time(17 * MS);
        assertEquals(List.of("fill 1 100 1 maker cause 2", "order 1 FILLED 0"), desk.drain());
        desk.time(40 * MS);
        assertEquals(List.of("cancel of 1 ERROR"), desk.drain(), "the fill was on its way when the cancel was sent");
        assertEquals(Long.MAX_VALUE, desk.dueNs());
    }

    @Test
    void shouldJudgePostOnlyByTheBookAtArrival() {
        desk = desk(CancelRule.PESSIMISTIC, Latency.fixed(10 * MS), Latency.none());
        market();
        bid(1, 100, 1);
        bbo(5, 99.9, 3, 100, 2);

        desk.time(11 * MS);

        assertEquals(List.of("order 1 REJECTED_POST_ONLY 1"), desk.drain());
    }

    @Test
    void shouldPayFundingOnTheHour() {
        final long start = 480_000 * HOUR_NS;
        desk.input(messages.bbo(start + MS, 0, 99.9, 3, 100.1, 3));
        desk.input(messages.context(start + MS, 0, 100, 12_500_000L));
        desk.output(messages.place(0, Side.BID, Tif.IOC, false, 1, 101, 2));
        desk.drain();

        desk.input(messages.timer(start + HOUR_NS - MS));
        assertEquals(List.of(), desk.drain());
        desk.input(messages.timer(start + HOUR_NS));
        assertEquals(List.of("funding 0 -0.0025 on 2 at " + (start + HOUR_NS)), desk.drain());
        desk.output(messages.place(0, Side.ASK, Tif.IOC, false, 2, 99, 3));
        desk.drain();
        desk.input(messages.timer(start + 3 * HOUR_NS));
        assertEquals(
                List.of(
                        "funding 0 0.00125 on -1 at " + (start + 2 * HOUR_NS),
                        "funding 0 0.00125 on -1 at " + (start + 3 * HOUR_NS)),
                desk.drain());
    }

    @Test
    void shouldNotPayWhenNothingIsHeldOrNothingIsKnown() {
        final long start = 480_000 * HOUR_NS;
        desk.input(messages.bbo(start + MS, 0, 99.9, 3, 100.1, 3));
        desk.input(messages.context(start + MS, 1, 100, 12_500_000L));
        desk.output(messages.place(0, Side.BID, Tif.IOC, false, 1, 101, 2));
        desk.drain();

        desk.input(messages.timer(start + HOUR_NS));

        assertTrue(desk.drain().isEmpty());
    }

    private static FillModelDesk desk(final CancelRule rule, final Latency orders, final Latency answers) {
        return new FillModelDesk(new QueueFills(new QueueSettings(rule, orders, answers), 7));
    }

    private void market() {
        bbo(1, 99.9, 3, 100.1, 3);
    }

    private void bbo(final int ms, final double bid, final double bidSz, final double ask, final double askSz) {
        desk.input(messages.bbo(ms * MS, 0, bid, bidSz, ask, askSz));
    }

    private void trade(final int ms, final Side aggressor, final double px, final double size) {
        desk.input(messages.trade(ms * MS, 0, aggressor, px, size, ++tids, false));
    }

    private void bid(final long id, final double px, final double size) {
        desk.output(messages.place(0, Side.BID, Tif.ALO, false, id, px, size));
    }

    private void ask(final long id, final double px, final double size) {
        desk.output(messages.place(0, Side.ASK, Tif.ALO, false, id, px, size));
    }
}
