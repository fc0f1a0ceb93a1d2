package io.halfspread.sim.exchange;

/**
 * One position; immutable.
 *
 * @param asset          index of the instrument
 * @param szi            signed size, decimal8, not zero
 * @param entryPx        average entry price, decimal8, rounded half to even to the decimals of the instrument's prices
 * @param entryNtl       signed USD paid for what is held, decimal8: exact
 * @param positionValue  size at the mark price, not signed, decimal8
 * @param unrealizedPnl  value less what was paid, decimal8
 * @param marginUsed     value over leverage, decimal8
 * @param leverage       leverage in force, cross
 * @param maxLeverage    most of the instrument
 * @param fundingAllTime funding paid less received since the account's first position in it, decimal8
 * @param fundingOpen    the same since the position was opened, decimal8
 * @param fundingChange  the same since the position last changed, decimal8
 */
public record PositionRecord(
        int asset,
        long szi,
        long entryPx,
        long entryNtl,
        long positionValue,
        long unrealizedPnl,
        long marginUsed,
        int leverage,
        int maxLeverage,
        long fundingAllTime,
        long fundingOpen,
        long fundingChange) {}
