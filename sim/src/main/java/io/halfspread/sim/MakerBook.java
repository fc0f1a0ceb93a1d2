package io.halfspread.sim;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** The makers' book, by price, best level first on each side. */
final class MakerBook {
    static final int DEPTH = 20;

    private static final int MOST_LEVELS = 32;
    private static final int TOP_LEVELS = 4;
    private static final double CALM_HALF_SPREAD_BPS = 0.25;
    private static final double BURST_HALF_SPREAD_BPS = 1.2;
    private static final double ACTIVE_CHANCE = 0.55;
    private static final double JOIN_CHANCE = 0.35;
    private static final int REACH_STEPS = 60;
    private static final double GAP_CHANCE = 0.15;
    private static final double MEDIAN_ORDER_USD = 2_500.0;
    private static final double ORDER_SIGMA = 1.1;

    private final TreeMap<Long, Level> bids = new TreeMap<>(Collections.reverseOrder());
    private final TreeMap<Long, Level> asks = new TreeMap<>();
    private final PriceGrid grid;
    private final LotSize lotSize;
    private final Draws draws;

    MakerBook(final PriceGrid grid, final LotSize lotSize, final Draws draws) {
        this.grid = grid;
        this.lotSize = lotSize;
        this.draws = draws;
    }

    TreeMap<Long, Level> bids() {
        return bids;
    }

    TreeMap<Long, Level> asks() {
        return asks;
    }

    /** Middle of the touch, scaled by 1e8; both sides must have levels. */
    long mid() {
        return (bids.firstKey() + asks.firstKey()) / 2L;
    }

    /** Makers pull what the value has passed, join and leave. Afterwards the book is full and not crossed. */
    void requote(final FairPrice fair) {
        final double halfSpread = 1e-4 * (fair.burst() ? BURST_HALF_SPREAD_BPS : CALM_HALF_SPREAD_BPS);
        final long topBid = grid.floor((long) (fair.value() * (1.0 - halfSpread)));
        final long topAsk = Math.max(grid.ceil((long) (fair.value() * (1.0 + halfSpread))), grid.above(topBid));
        requote(bids, topBid, false);
        requote(asks, topAsk, true);
        refill();
    }

    /** Makers put back, behind the worst level, what takers have taken from the depth. */
    void refill() {
        refill(bids, false);
        refill(asks, true);
    }

    private void refill(final TreeMap<Long, Level> side, final boolean upwards) {
        while (side.size() < DEPTH) {
            final long worst = next(side.lastKey(), upwards);
            add(side, draws.chance(GAP_CHANCE) ? next(worst, upwards) : worst);
        }
    }

    private void requote(final TreeMap<Long, Level> side, final long top, final boolean upwards) {
        final long reach = REACH_STEPS * grid.step(top);
        side.headMap(top).clear();
        side.tailMap(upwards ? top + reach : top - reach).clear();
        if (draws.chance(ACTIVE_CHANCE)) {
            join(side, top, upwards);
            churn(side);
        }
        if (side.isEmpty()) {
            add(side, top);
        }
        while (side.size() > MOST_LEVELS) {
            side.pollLastEntry();
        }
    }

    private void join(final TreeMap<Long, Level> side, final long top, final boolean upwards) {
        long px = top;
        for (int i = 0; i < TOP_LEVELS; i++) {
            if (draws.chance(JOIN_CHANCE)) {
                add(side, px);
            }
            px = next(px, upwards);
        }
    }

    private void churn(final TreeMap<Long, Level> side) {
        final int depth = draws.geometric(0.3);
        final Iterator<Map.Entry<Long, Level>> levels = side.entrySet().iterator();
        for (int i = 0; i < depth && levels.hasNext(); i++) {
            levels.next();
        }
        if (levels.hasNext()) {
            final Level level = levels.next().getValue();
            level.takeFromFront(level.frontLots());
            if (level.empty()) {
                levels.remove();
            }
        }
    }

    private void add(final TreeMap<Long, Level> side, final long px) {
        final long lots = lotSize.lots(draws.logNormal(MEDIAN_ORDER_USD, ORDER_SIGMA), px);
        final Level level = side.get(px);
        if (level == null) {
            side.put(px, new Level(lots));
        } else {
            level.join(lots);
        }
    }

    private long next(final long px, final boolean upwards) {
        return upwards ? grid.above(px) : grid.below(px);
    }
}
