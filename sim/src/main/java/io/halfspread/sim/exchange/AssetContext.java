package io.halfspread.sim.exchange;

/**
 * Figures of one instrument; immutable. Absent prices are {@code Decimal8.NULL}.
 *
 * @param markPx       mark price, decimal8
 * @param oraclePx     oracle price, decimal8
 * @param midPx        middle of the touch, decimal8, or absent
 * @param impactBidPx  average price for selling the impact notional, decimal8, or absent
 * @param impactAskPx  average price for buying the impact notional, decimal8, or absent
 * @param premium      deviation of the impact prices from the oracle, ratio12
 * @param fundingRate  present estimate of the hourly rate, ratio12
 * @param openInterest sum of the long positions, decimal8
 * @param prevDayPx    price a day ago, decimal8
 * @param dayNtlVlm    day's volume in USD, decimal8
 * @param dayBaseVlm   day's volume in base units, decimal8
 */
public record AssetContext(
        long markPx,
        long oraclePx,
        long midPx,
        long impactBidPx,
        long impactAskPx,
        long premium,
        long fundingRate,
        long openInterest,
        long prevDayPx,
        long dayNtlVlm,
        long dayBaseVlm) {}
