package io.halfspread.sim.exchange;

/**
 * A perpetual; its asset index is its place in the configuration. Immutable.
 *
 * @param name            venue name, for example {@code HYPE}
 * @param szDecimals      decimals of a size, 0 to 5
 * @param maxLeverage     most leverage, 1 to 50
 * @param startPx         first oracle price and price a day ago, decimal8, more than zero
 * @param openInterestCap sum of the long positions from which on none may grow, decimal8; {@link #UNCAPPED} for none
 */
public record InstrumentConfig(String name, int szDecimals, int maxLeverage, long startPx, long openInterestCap) {
    /** No cap on open interest. */
    public static final long UNCAPPED = Long.MAX_VALUE;

    /** Refuses values outside the stated ranges. */
    public InstrumentConfig {
        require(name.matches("[A-Za-z0-9:_-]{1,24}"), "name", name, "1 to 24 letters, digits, ':', '_' and '-'");
        require(szDecimals >= 0 && szDecimals <= 5, "szDecimals", szDecimals, "0 to 5");
        require(maxLeverage >= 1 && maxLeverage <= 50, "maxLeverage", maxLeverage, "1 to 50");
        require(startPx > 0L, "startPx", startPx, "more than zero");
        require(openInterestCap > 0L, "openInterestCap", openInterestCap, "more than zero");
    }

    /**
     * An instrument without a cap on open interest.
     *
     * @param name        venue name
     * @param szDecimals  decimals of a size
     * @param maxLeverage most leverage
     * @param startPx     first oracle price, decimal8
     */
    public InstrumentConfig(final String name, final int szDecimals, final int maxLeverage, final long startPx) {
        this(name, szDecimals, maxLeverage, startPx, UNCAPPED);
    }

    private static void require(final boolean accepted, final String name, final Object value, final String range) {
        if (!accepted) {
            throw new IllegalArgumentException(name + " is " + value + "; accepted: " + range);
        }
    }
}
