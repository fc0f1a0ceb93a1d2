package io.halfspread.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takers arriving at random, more often in a burst. Some are informed: they trade with the hidden signal. Every sweep
 * pushes the value its way.
 */
final class TakerFlow {
    private static final double CALM_ARRIVALS_PER_S = 0.9;
    private static final double BURST_ARRIVALS_PER_S = 5.0;
    private static final double INFORMED_SHARE = 0.4;
    private static final double INFORMED_SIZE_FACTOR = 2.0;
    private static final double MEDIAN_USD = 700.0;
    private static final double SIZE_SIGMA = 1.4;
    private static final double IMPACT_BPS = 0.7;
    private static final double IMPACT_UNIT_USD = 10_000.0;

    private final Draws draws;
    private final LotSize lotSize;
    private final Identities identities;
    private double untilArrival;

    TakerFlow(final LotSize lotSize, final Draws draws) {
        this.draws = draws;
        this.lotSize = lotSize;
        this.identities = new Identities(draws.split());
        this.untilArrival = draws.exponential();
    }

    /** Fills of the takers of one block, in the order in which they matched. */
    List<TapeFill> trade(final MakerBook book, final FairPrice fair, final double seconds, final long timeMs) {
        final List<TapeFill> fills = new ArrayList<>();
        untilArrival -= seconds * (fair.burst() ? BURST_ARRIVALS_PER_S : CALM_ARRIVALS_PER_S);
        while (untilArrival <= 0.0) {
            untilArrival += draws.exponential();
            sweep(book, fair, timeMs, fills);
        }
        return fills;
    }

    private void sweep(final MakerBook book, final FairPrice fair, final long timeMs, final List<TapeFill> fills) {
        final boolean informed = draws.chance(INFORMED_SHARE);
        final boolean buy = informed ? fair.signalBpsPerS() > 0.0 : draws.chance(0.5);
        final double usd = draws.logNormal(MEDIAN_USD, SIZE_SIGMA) * (informed ? INFORMED_SIZE_FACTOR : 1.0);
        match(buy, usd, buy ? book.asks() : book.bids(), timeMs, fills);
        final double impact = IMPACT_BPS * StrictMath.sqrt(usd / IMPACT_UNIT_USD);
        fair.push(buy ? impact : -impact);
    }

    /** The last level of a side is left alone, so that the book is never one-sided. */
    private void match(
            final boolean buy,
            final double usd,
            final TreeMap<Long, Level> side,
            final long timeMs,
            final List<TapeFill> fills) {
        final String hash = identities.transactionHash();
        final String taker = identities.account();
        long wanted = lotSize.lots(usd, side.firstKey());
        while (wanted > 0L && side.size() > 1) {
            final Map.Entry<Long, Level> best = side.firstEntry();
            final Level level = best.getValue();
            final long lots = Math.min(wanted, level.frontLots());
            level.takeFromFront(lots);
            wanted -= lots;
            if (level.empty()) {
                side.pollFirstEntry();
            }
            final String maker = identities.account();
            fills.add(new TapeFill(
                    timeMs,
                    buy,
                    best.getKey(),
                    lotSize.size(lots),
                    hash,
                    identities.tradeId(),
                    buy ? taker : maker,
                    buy ? maker : taker));
        }
    }
}
