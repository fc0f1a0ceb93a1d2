package io.halfspread.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.Side;
import org.junit.jupiter.api.Test;

/** Causes of fills gained and lost, case by case. */
final class FillDifferenceTest {
    private static final Moment MOMENT = new Moment(100, 1_000_000_000L);
    private static final OrderTrack.Wish QUOTED = new OrderTrack.Wish(MOMENT, true, QuoteReason.QUOTED);

    private static long units(final double value) {
        return Math.round(value * 1e8);
    }

    private static FillTape.Fill fill(final Side side, final boolean taker, final double px, final double size) {
        return new FillTape.Fill(0, side, taker, 5, 7, MOMENT, units(px), units(size));
    }

    private static OrderTrack.Standing order(final double px, final double size, final long sinceNs) {
        return new OrderTrack.Standing(MOMENT, units(px), units(size), new Moment(1, sinceNs), false);
    }

    private static OrderTrack.Standing nothing(final boolean filled) {
        return new OrderTrack.Standing(MOMENT, 0, 0, null, filled);
    }

    private static FillDifference why(
            final FillTape.Fill fill,
            final boolean gained,
            final OrderTrack.Standing other,
            final OrderTrack.Wish wish,
            final double traded) {
        return FillDifference.of(new FillDifference.Case(
                fill, gained, "baseline", "change", order(100, 1, 2_500_000_000L), other, wish, units(traded)));
    }

    @Test
    void shouldSayNearerWhenTheBaselineStoodFurtherFromTheMarket() {
        final FillDifference bid = why(fill(Side.BID, false, 100, 1), true, order(99.9, 1, 0), QUOTED, 0);
        final FillDifference ask = why(fill(Side.ASK, false, 100, 1), true, order(100.1, 1, 0), QUOTED, 0);

        assertEquals(FillDifference.NEARER, bid.cause());
        assertEquals("change's bid was 10.00 bps nearer: 100.0, baseline's 99.9", bid.words());
        assertEquals(FillDifference.NEARER, ask.cause());
    }

    @Test
    void shouldSayFartherWhenTheChangeStoodFurtherFromTheMarket() {
        final FillDifference bid = why(fill(Side.BID, false, 100, 1), false, order(99.9, 1, 0), QUOTED, 0);
        final FillDifference ask = why(fill(Side.ASK, false, 100, 1), false, order(100.1, 1, 0), QUOTED, 0);

        assertEquals(FillDifference.FARTHER, bid.cause());
        assertEquals("change's bid was 10.00 bps farther: 99.9, baseline's 100.0", bid.words());
        assertEquals(FillDifference.FARTHER, ask.cause());
    }

    @Test
    void shouldNameTheReasonWhenNothingWasWantedThere() {
        final FillDifference why = why(
                fill(Side.ASK, false, 100, 1),
                false,
                nothing(false),
                new OrderTrack.Wish(MOMENT, false, QuoteReason.POSITION_LIMIT),
                0);

        assertEquals("no quote: position_limit", why.cause());
        assertEquals("change's ask was not there: the position limit leaves no lot", why.words());
    }

    @Test
    void shouldSayUnderWayWhenAnOrderWasWantedAndNoneStood() {
        final FillDifference why = why(fill(Side.BID, false, 100, 1), true, nothing(true), QUOTED, 0);

        assertEquals(FillDifference.UNDER_WAY, why.cause());
        assertEquals("baseline's bid was under way; the one before had just been filled", why.words());
    }

    @Test
    void shouldSayQueueWhenBothStoodAtThePrice() {
        final FillDifference why = why(fill(Side.BID, false, 100, 1), false, order(100, 1, 3_000_000_000L), QUOTED, 0);

        assertEquals(FillDifference.QUEUE, why.cause());
        assertTrue(
                why.words().contains("there since 00:00:03.000") && why.words().contains("since 00:00:02.500"),
                why.words());
    }

    @Test
    void shouldSaySizeWhenTheOtherTradedAllItHad() {
        final FillDifference why = why(fill(Side.BID, false, 100, 1), true, order(100, 0.25, 0), QUOTED, 0.25);

        assertEquals(FillDifference.SIZE, why.cause());
        assertEquals("baseline's bid had only 0.25 left", why.words());
    }

    @Test
    void shouldSayQueueWhenTheOtherTradedAPartOfWhatItHad() {
        assertEquals(
                FillDifference.QUEUE,
                why(fill(Side.BID, false, 100, 1), true, order(100, 1, 0), QUOTED, 0.25)
                        .cause());
    }

    @Test
    void shouldSayTooLateWhenTheOtherWasNearerAndTradedNothing() {
        assertEquals(
                FillDifference.LATE,
                why(fill(Side.BID, false, 100, 1), true, order(100.1, 1, 0), QUOTED, 0)
                        .cause());
    }

    @Test
    void shouldSayTakerWhenTheFillWasTaken() {
        final FillDifference why = why(fill(Side.BID, true, 100, 1), false, order(99, 1, 0), QUOTED, 0);

        assertEquals(FillDifference.TAKER, why.cause());
        assertEquals("only baseline took liquidity then", why.words());
    }
}
