package io.halfspread.sim;

/** The venue's size step: a size is a whole number of lots of {@code 10^-szDecimals}. */
final class LotSize {
    private final long lot;

    LotSize(final int szDecimals) {
        long step = PriceGrid.ONE;
        for (int i = 0; i < szDecimals; i++) {
            step /= 10L;
        }
        lot = step;
    }

    /** Lots worth about a value at a price scaled by 1e8, at least one. */
    long lots(final double usd, final long px) {
        final double baseUnits = usd * PriceGrid.ONE / px;
        return Math.max(1L, (long) (baseUnits * PriceGrid.ONE / lot));
    }

    /** Size scaled by 1e8. */
    long size(final long lots) {
        return lots * lot;
    }
}
