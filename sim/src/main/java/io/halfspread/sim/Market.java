package io.halfspread.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One coin's market, advanced block by block. */
final class Market {
    private static final int REMEMBERED_FILLS = 30;
    private static final double MEDIAN_BLOCK_MS = 67.0;
    private static final double BLOCK_SIGMA = 0.304;
    private static final long SHORTEST_BLOCK_MS = 40L;
    private static final double MS_PER_S = 1000.0;

    private final Draws blockDraws;
    private final FairPrice fair;
    private final MakerBook book;
    private final TakerFlow flow;
    private final AssetStatistics statistics;
    private final Deque<TapeFill> lastFills = new ArrayDeque<>();
    private long timeMs;

    Market(final SessionPlan plan, final long startMs) {
        final Draws draws = new Draws(plan.seed());
        final PriceGrid grid = new PriceGrid(plan.szDecimals());
        final LotSize lotSize = new LotSize(plan.szDecimals());
        final long startPx = grid.floor(StrictMath.round(plan.startPrice() * PriceGrid.ONE));
        blockDraws = draws.split();
        fair = new FairPrice(startPx, draws.split());
        book = new MakerBook(grid, lotSize, draws.split());
        flow = new TakerFlow(lotSize, draws.split());
        statistics = new AssetStatistics(startPx, grid, draws.split());
        timeMs = startMs;
    }

    /** Makes the next block. Gives the fills of it. */
    List<TapeFill> nextBlock() {
        final long gapMs = Math.max(SHORTEST_BLOCK_MS, (long) blockDraws.logNormal(MEDIAN_BLOCK_MS, BLOCK_SIGMA));
        final double seconds = gapMs / MS_PER_S;
        timeMs += gapMs;
        fair.advance(seconds);
        book.requote(fair);
        final List<TapeFill> fills = flow.trade(book, fair, seconds, timeMs);
        book.refill();
        remember(fills);
        return fills;
    }

    /** Time of the last block, ms since the epoch. */
    long timeMs() {
        return timeMs;
    }

    MakerBook book() {
        return book;
    }

    /** Asset statistics as of now: each call is one update of the oracle. */
    AssetStatistics statistics() {
        statistics.follow(fair);
        return statistics;
    }

    /** The latest fills, oldest first, as the venue repeats them to a new subscriber. */
    Deque<TapeFill> lastFills() {
        return lastFills;
    }

    private void remember(final List<TapeFill> fills) {
        statistics.count(fills);
        lastFills.addAll(fills);
        while (lastFills.size() > REMEMBERED_FILLS) {
            lastFills.removeFirst();
        }
    }
}
