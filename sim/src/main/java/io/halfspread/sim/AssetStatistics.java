package io.halfspread.sim;

import java.util.List;

/** What the venue publishes of an asset beside its book: mark, oracle, funding, open interest and day volumes. */
final class AssetStatistics {
    private static final double ORACLE_FOLLOW_PER_UPDATE = 0.3;
    private static final long HOURLY_FUNDING_BASE = 1_250L;
    private static final double DAY_USD = 412_345_678.0;
    private static final double OPEN_INTEREST_USD = 985_000_000.0;

    private final PriceGrid grid;
    private final Draws draws;
    private final long prevDayPx;
    private double oracle;
    private long dayBase;
    private long dayUsd;
    private long openInterest;

    AssetStatistics(final long startPx, final PriceGrid grid, final Draws draws) {
        this.grid = grid;
        this.draws = draws;
        this.prevDayPx = grid.floor((long) (startPx * 0.982));
        this.oracle = startPx;
        this.dayBase = (long) (DAY_USD * PriceGrid.ONE / startPx) * PriceGrid.ONE;
        this.dayUsd = (long) DAY_USD * PriceGrid.ONE;
        this.openInterest = (long) (OPEN_INTEREST_USD * PriceGrid.ONE / startPx) * PriceGrid.ONE;
    }

    /** Counts fills into the day's volume. */
    void count(final List<TapeFill> fills) {
        for (final TapeFill fill : fills) {
            dayBase += fill.sz();
            dayUsd += (long) ((double) fill.px() * fill.sz() / PriceGrid.ONE);
            openInterest += draws.chance(0.5) ? fill.sz() : -fill.sz();
        }
    }

    /** Moves the oracle a part of the way to the value; other venues lead and lag a little. */
    void follow(final FairPrice fair) {
        oracle += ORACLE_FOLLOW_PER_UPDATE * (fair.value() * (1.0 + 1e-4 * draws.normal()) - oracle);
    }

    long prevDayPx() {
        return prevDayPx;
    }

    long oraclePx() {
        return grid.floor((long) oracle);
    }

    /** Mark price: between the oracle and the book's middle. */
    long markPx(final long mid) {
        return grid.floor((oraclePx() + mid) / 2L);
    }

    /** Distance of the book's middle from the oracle, as a ratio scaled by 1e8. */
    long premium(final long mid) {
        final long oraclePx = oraclePx();
        return (mid - oraclePx) * 10_000L / (oraclePx / 10_000L);
    }

    /** Hourly funding, a ratio scaled by 1e8. */
    long funding(final long mid) {
        return HOURLY_FUNDING_BASE + premium(mid) / 8L;
    }

    long openInterest() {
        return openInterest;
    }

    long dayBase() {
        return dayBase;
    }

    long dayUsd() {
        return dayUsd;
    }
}
