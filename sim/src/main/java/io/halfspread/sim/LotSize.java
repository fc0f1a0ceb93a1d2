package io.halfspread.sim;

/** The venue's size step: a size is a whole number of lots of {@code 10^-szDecimals}. */
public final class LotSize {
    private final long lot;

    /**
     * The step of a perpetual.
     *
     * @param szDecimals decimals of its sizes, 0 to 8
     */
    public LotSize(final int szDecimals) {
        long step = PriceGrid.ONE;
        for (int i = 0; i < szDecimals; i++) {
            step /= 10L;
        }
        lot = step;
    }

    /**
     * Lots worth about a value, at least one.
     *
     * @param usd value
     * @param px  price, decimal8
     * @return lots
     */
    public long lots(final double usd, final long px) {
        final double baseUnits = usd * PriceGrid.ONE / px;
        return Math.max(1L, (long) (baseUnits * PriceGrid.ONE / lot));
    }

    /**
     * Size of some lots.
     *
     * @param lots how many
     * @return decimal8
     */
    public long size(final long lots) {
        return lots * lot;
    }
}
