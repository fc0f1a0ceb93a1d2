package io.halfspread.app.report;

import static io.halfspread.app.report.SmallSession.at;
import static io.halfspread.app.report.SmallSession.units;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.Side;
import io.halfspread.engine.tuning.TuningParam;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures against sums done by hand. */
final class SessionFiguresTest {
    /** Bought 1 at 99.95 with the mid at 100, sold it at 100.3 with the mid at 100.2; the mid was 99.9 in between. */
    private static SmallSession roundTrip() {
        return new SmallSession(5)
                .book(0, 99.9, 100.1)
                .fill(10, Side.BID, 99.95, 1, 0.01)
                .book(15, 99.8, 100)
                .book(20, 100.1, 100.3)
                .fill(30, Side.ASK, 100.3, 1, 0.02)
                .book(40, 100, 100.2)
                .book(45, 100, 100.2);
    }

    @Test
    void shouldSplitTheProfitWhenARoundTripIsTraded() {
        final Figures figures = roundTrip().endAt(50);

        final ProfitParts profit = figures.coins().get(0).totals().profit();
        assertEquals(units(0.05 + 0.1), profit.spread());
        assertEquals(units(0.2), profit.inventory());
        assertEquals(units(0.03), profit.fees());
        assertEquals(0, profit.funding());
        assertEquals(units(0.32), profit.total());
        assertEquals(profit, figures.profit());
    }

    @Test
    void shouldMeasureTheDeepestFallWhenTheMidGoesAgainstThePosition() {
        final Drawdown.Fall fall = roundTrip().endAt(50).coins().get(0).drawdown();

        assertEquals(units(0.1), fall.usd());
        assertEquals(at(10), fall.fromNs());
        assertEquals(at(15), fall.toNs());
    }

    @Test
    void shouldMeanMarkoutsBySideWhenTheirHorizonsHavePassed() {
        final List<FillFigures.Row> rows = roundTrip().endAt(50).coins().get(0).fills();

        final FillFigures.Row bids = rows.get(FillFigures.Which.BID.ordinal());
        final FillFigures.Row asks = rows.get(FillFigures.Which.ASK.ordinal());
        final FillFigures.Row both = rows.get(FillFigures.Which.BOTH.ordinal());
        assertEquals(2 * 0.05 / 100 * 1e4, bids.effective().mean(), 1e-9);
        assertEquals(2 * 0.1 / 100.2 * 1e4, asks.effective().mean(), 1e-9);
        assertEquals(0.05 / 99.95 * 1e4, bids.markouts().get(0).mean(), 1e-9);
        assertEquals(-0.05 / 99.95 * 1e4, bids.markouts().get(2).mean(), 1e-9, "the mid of second 15");
        assertEquals(0.15 / 99.95 * 1e4, bids.markouts().get(3).mean(), 1e-9);
        assertEquals(0.1 / 100.3 * 1e4, asks.markouts().get(2).mean(), 1e-9);
        assertNull(asks.markouts().get(3).mean(), "30 s have not passed since the sale");
        assertEquals(2, both.markouts().get(0).count());
        assertNull(bids.markouts().get(0).band(), "one fill has no band");
    }

    @Test
    void shouldShareTheTimeByPositionWhenItIsHeldForAWhile() {
        final PositionTimes.Distribution inventory =
                roundTrip().endAt(50).coins().get(0).inventory();

        assertEquals(20.0 / 50, inventory.mean(), 1e-12);
        assertEquals(units(1), inventory.largest());
        assertEquals(0, inventory.median());
        assertEquals(units(1), inventory.high());
        assertEquals(
                1,
                inventory.bins().stream().mapToDouble(PositionTimes.Bin::share).sum(),
                1e-12);
    }

    @Test
    void shouldSayThatQuotesAreAtTheTouchWhenTheyLieInside() {
        final CoinTotals inside = new SmallSession(5)
                .book(0, 99.9, 100.1)
                .endAt(10)
                .coins()
                .get(0)
                .totals();
        final CoinTotals outside = new SmallSession(20)
                .book(0, 99.9, 100.1)
                .endAt(10)
                .coins()
                .get(0)
                .totals();

        assertEquals(1.0, inside.touchShare(true));
        assertEquals(1.0, inside.touchShare(false));
        assertEquals(10.0, inside.pairSpreadBps(), 1e-9);
        assertEquals(20.0, inside.marketSpreadBps(), 1e-9);
        assertEquals(1.0, outside.quotedShare(true));
        assertEquals(0.0, outside.touchShare(true));
        assertEquals(0.0, outside.touchShare(false));
    }

    @Test
    void shouldDivideTheSessionWhenParametersChange() {
        final Figures figures = new SmallSession(5)
                .book(0, 99.9, 100.1)
                .fill(10, Side.BID, 99.95, 1, 0.01)
                .params(20, TuningParam.SKEW_ADJUSTMENT_FACTOR, 0.9)
                .book(20, 100.1, 100.3)
                .fill(30, Side.ASK, 100.3, 1, 0.02)
                .endAt(50);

        assertEquals(2, figures.versions().size());
        final CoinTotals first = figures.versions().get(0).coins().get(0);
        final CoinTotals second = figures.versions().get(1).coins().get(0);
        assertEquals(20, first.seconds());
        assertEquals(30, second.seconds());
        assertEquals(1, first.fills());
        assertEquals(1, second.fills());
        assertEquals(units(0.04), first.profit().total());
        assertEquals(units(0.2 + 0.1 - 0.02), second.profit().total());
        assertEquals(
                figures.profit().total(),
                first.profit().total() + second.profit().total());
        assertEquals(1, figures.versions().get(1).changed().size());
    }

    @Test
    void shouldShareTheWholeTimeWhenReasonsAreCounted() {
        final List<ReasonTimes.Row> reasons =
                roundTrip().endAt(50).coins().get(0).reasons();

        assertEquals(1, reasons.stream().mapToDouble(ReasonTimes.Row::bidShare).sum(), 1e-9);
        assertEquals(1, reasons.stream().mapToDouble(ReasonTimes.Row::askShare).sum(), 1e-9);
    }

    @Test
    void shouldCountQuotesThatTradedWhenFillsArePartial() {
        final CoinTotals totals = new SmallSession(5)
                .book(0, 99.9, 100.1)
                .fill(10, Side.BID, 99.95, 0.25, 0)
                .fill(11, Side.BID, 99.95, 0.25, 0)
                .endAt(20)
                .coins()
                .get(0)
                .totals();

        assertEquals(2, totals.makerFills());
        assertTrue(totals.quotes() >= 2, totals.quotes() + " quotes");
        assertTrue(totals.tradedQuotes() >= 1 && totals.tradedQuotes() <= 2, totals.tradedQuotes() + " traded");
        assertEquals(units(0.5 * 99.95), totals.volume());
    }
}
