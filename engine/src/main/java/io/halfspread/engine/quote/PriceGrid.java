package io.halfspread.engine.quote;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.InstrumentKind;

/**
 * The venue's price grid of one instrument: at most five significant figures and at most 6 - szDecimals decimals (spot: 8 -
 * szDecimals), integers always allowed. The tick therefore is the larger of the decimal tick and the figure tick of the
 * price's decade, at most 1. Source: the venue's tick and lot size page. Engine thread only (it remembers the last decade).
 */
@HotPath
public final class PriceGrid {
    /** Returned when there is no positive grid price. */
    public static final long NONE = Long.MIN_VALUE;

    private static final long ONE = 100_000_000L;
    private static final double NOISE_TICKS = 1e-6;
    private static final double MAX_PRICE = 9e10;
    private static final int SIGNIFICANT_FIGURES = 5;

    private final long finestTick;
    private long lowPx;
    private long highPx;
    private long tick;
    private double ticksPerUsd;

    /**
     * Grid of an instrument.
     *
     * @param kind       perpetual or spot
     * @param szDecimals decimals of a size, 0 to 8
     */
    public PriceGrid(final InstrumentKind kind, final int szDecimals) {
        final int decimals = Math.max(0, (kind == InstrumentKind.SPOT ? 8 : 6) - szDecimals);
        long finest = ONE;
        for (int i = 0; i < decimals; i++) {
            finest /= 10;
        }
        finestTick = finest;
    }

    /**
     * Largest grid price not above a price. A price within a millionth of a tick of a grid price is that price.
     *
     * @param px price, USD
     * @return decimal8, or {@link #NONE}
     */
    public long floor(final double px) {
        return round(px, false);
    }

    /**
     * Smallest grid price not below a price. A price within a millionth of a tick of a grid price is that price.
     *
     * @param px price, USD
     * @return decimal8, or {@link #NONE}
     */
    public long ceil(final double px) {
        return round(px, true);
    }

    /**
     * Largest grid price strictly below a price.
     *
     * @param px decimal8, above 0
     * @return decimal8, or {@link #NONE}
     */
    public long below(final long px) {
        final long candidate = px - 1;
        if (candidate <= 0) {
            return NONE;
        }
        final long floored = candidate - candidate % tickAt(candidate);
        return floored > 0 ? floored : NONE;
    }

    /**
     * Smallest grid price strictly above a price.
     *
     * @param px decimal8, not negative
     * @return decimal8
     */
    public long above(final long px) {
        final long tick = tickAt(px);
        return px - px % tick + tick;
    }

    /**
     * Whether the venue accepts a price.
     *
     * @param px decimal8
     * @return true when on the grid
     */
    public boolean contains(final long px) {
        return px > 0 && px % tickAt(px) == 0;
    }

    /**
     * Tick of the decade a price lies in.
     *
     * @param px decimal8, not negative
     * @return tick, decimal8
     */
    public long tickAt(final long px) {
        if (px < lowPx || px >= highPx) {
            enterDecade(px);
        }
        return tick;
    }

    private long round(final double px, final boolean up) {
        if (!(px > 0) || px > MAX_PRICE) {
            return NONE;
        }
        // Within a millionth of a tick below a decade the finer tick still names the boundary itself.
        final long decadeTick = tickAt((long) (px * ONE));
        final double ticks = px * ticksPerUsd;
        final double nearest = Math.rint(ticks);
        final double whole =
                Math.abs(ticks - nearest) <= NOISE_TICKS ? nearest : up ? Math.ceil(ticks) : Math.floor(ticks);
        return whole > 0 ? (long) whole * decadeTick : NONE;
    }

    private void enterDecade(final long px) {
        long figures = finestTick;
        for (int i = 0; i < SIGNIFICANT_FIGURES; i++) {
            figures *= 10;
        }
        lowPx = 0;
        highPx = figures;
        tick = finestTick;
        while (tick < ONE && px >= highPx) {
            lowPx = highPx;
            highPx *= 10;
            tick *= 10;
        }
        if (tick == ONE) {
            highPx = Long.MAX_VALUE;
        }
        ticksPerUsd = ONE / tick;
    }
}
