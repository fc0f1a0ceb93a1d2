package io.halfspread.sim.flow;

import io.halfspread.sim.Draws;
import io.halfspread.sim.FairPrice;
import io.halfspread.sim.LotSize;
import io.halfspread.sim.PriceGrid;
import io.halfspread.sim.exchange.Action;
import io.halfspread.sim.exchange.BookLevel;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.OrderRequest;
import io.halfspread.sim.exchange.Tif;
import java.util.List;

/**
 * Takers arriving at random, more often in a burst. Some trade with the hidden signal; every sweep pushes the value its
 * way. What a slow maker leaves beyond the value, somebody takes.
 */
final class TakerCrowd {
    private static final int ACCOUNTS = 16;
    private static final double CALM_ARRIVALS_PER_S = 0.9;
    private static final double BURST_ARRIVALS_PER_S = 5.0;
    private static final double INFORMED_SHARE = 0.4;
    private static final double INFORMED_SIZE_FACTOR = 2.0;
    private static final double MEDIAN_USD = 700.0;
    private static final double SIZE_SIGMA = 1.4;
    private static final double SMALLEST_USD = 12.0;
    private static final double LARGEST_USD = 30_000.0;
    private static final double IMPACT_BPS = 0.7;
    private static final double IMPACT_UNIT_USD = 10_000.0;
    private static final double REACH = 0.02;
    private static final double SNIPE_CHANCE = 0.3;
    private static final double SNIPE_MARGIN = 1.5e-4;

    private final Exchange exchange;
    private final int asset;
    private final PriceGrid grid;
    private final LotSize lotSize;
    private final Draws draws;
    private final Participants accounts;
    private double untilArrival;

    TakerCrowd(
            final Exchange exchange, final int asset, final PriceGrid grid, final LotSize lotSize, final Draws draws) {
        this.exchange = exchange;
        this.asset = asset;
        this.grid = grid;
        this.lotSize = lotSize;
        this.draws = draws;
        accounts = new Participants(exchange, ACCOUNTS, draws.split());
        untilArrival = draws.exponential();
    }

    void act(final FairPrice fair, final double seconds) {
        untilArrival -= seconds * (fair.burst() ? BURST_ARRIVALS_PER_S : CALM_ARRIVALS_PER_S);
        while (untilArrival <= 0.0) {
            untilArrival += draws.exponential();
            arrive(fair);
        }
        snipe(fair, true);
        snipe(fair, false);
    }

    private void arrive(final FairPrice fair) {
        final boolean informed = draws.chance(INFORMED_SHARE);
        final boolean buy = informed ? fair.signalBpsPerS() > 0.0 : draws.chance(0.5);
        final double usd = Math.max(
                SMALLEST_USD,
                Math.min(
                        LARGEST_USD,
                        draws.logNormal(MEDIAN_USD, SIZE_SIGMA) * (informed ? INFORMED_SIZE_FACTOR : 1.0)));
        final long limit = (long) (fair.value() * (buy ? 1.0 + REACH : 1.0 - REACH));
        final long px = buy ? grid.ceil(limit) : grid.floor(limit);
        take(buy, px, usd, (long) fair.value());
        final double impact = IMPACT_BPS * StrictMath.sqrt(usd / IMPACT_UNIT_USD);
        fair.push(buy ? impact : -impact);
    }

    private void snipe(final FairPrice fair, final boolean buy) {
        final List<BookLevel> best = exchange.levels(asset, !buy, 1);
        if (best.isEmpty()) {
            return;
        }
        final long px = best.get(0).px();
        final boolean stale = buy ? px < fair.value() * (1.0 - SNIPE_MARGIN) : px > fair.value() * (1.0 + SNIPE_MARGIN);
        if (stale && draws.chance(SNIPE_CHANCE)) {
            take(buy, px, (double) px / PriceGrid.ONE * best.get(0).sz() / PriceGrid.ONE, px);
        }
    }

    private void take(final boolean buy, final long px, final double usd, final long valuePx) {
        final long size = lotSize.size(lotSize.lots(usd, valuePx));
        exchange.submit(
                Participants.ticket(),
                accounts.any(),
                new Action.Order(List.of(new OrderRequest(asset, buy, px, size, false, Tif.IOC, null))));
    }
}
