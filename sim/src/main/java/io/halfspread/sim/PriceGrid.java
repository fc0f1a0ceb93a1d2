package io.halfspread.sim;

/**
 * Prices the venue accepts for a perpetual: at most five significant figures and {@code 6 - szDecimals} decimals,
 * whole numbers always. Prices are scaled by 1e8.
 */
public final class PriceGrid {
    /** One USD. */
    public static final long ONE = 100_000_000L;

    private final long smallestStep;

    /**
     * The grid of a perpetual.
     *
     * @param szDecimals decimals of its sizes, 0 to 5
     */
    public PriceGrid(final int szDecimals) {
        long step = 100L;
        for (int i = 0; i < szDecimals; i++) {
            step *= 10L;
        }
        smallestStep = step;
    }

    /**
     * Distance of two neighbouring grid prices.
     *
     * @param px price, decimal8
     * @return decimal8
     */
    public long step(final long px) {
        long figures = 1L;
        while (px / figures >= 100_000L) {
            figures *= 10L;
        }
        return Math.max(smallestStep, Math.min(figures, ONE));
    }

    /**
     * Largest grid price not above a price.
     *
     * @param px price, decimal8
     * @return decimal8
     */
    public long floor(final long px) {
        return px - px % step(px);
    }

    /**
     * Smallest grid price not below a price.
     *
     * @param px price, decimal8
     * @return decimal8
     */
    public long ceil(final long px) {
        final long floor = floor(px);
        return floor == px ? px : floor + step(px);
    }

    /**
     * Next grid price under a grid price.
     *
     * @param px grid price, decimal8
     * @return decimal8
     */
    public long below(final long px) {
        return floor(px - 1L);
    }

    /**
     * Next grid price over a grid price.
     *
     * @param px grid price, decimal8
     * @return decimal8
     */
    public long above(final long px) {
        return ceil(px + 1L);
    }
}
