package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.Decimal8;

/**
 * Context of one perpetual. Prices are decimal8, ratios ratio12, {@link Decimal8#NULL} when absent; statistics are NaN
 * when absent. Valid until the next frame is decoded.
 */
@HotPath
public final class VenueContext {
    int instrument;
    long markPx;
    long oraclePx;
    long midPx;
    long prevDayPx;
    long impactBidPx;
    long impactAskPx;
    long funding;
    long premium;
    double openInterest;
    double dayNotionalVolume;
    double dayBaseVolume;

    VenueContext() {}

    void clear() {
        instrument = CoinIndex.UNKNOWN;
        markPx = Decimal8.NULL;
        oraclePx = Decimal8.NULL;
        midPx = Decimal8.NULL;
        prevDayPx = Decimal8.NULL;
        impactBidPx = Decimal8.NULL;
        impactAskPx = Decimal8.NULL;
        funding = Decimal8.NULL;
        premium = Decimal8.NULL;
        openInterest = Double.NaN;
        dayNotionalVolume = Double.NaN;
        dayBaseVolume = Double.NaN;
    }

    /**
     * Instrument index.
     *
     * @return the index of a registered coin
     */
    public int instrument() {
        return instrument;
    }

    /**
     * Mark price.
     *
     * @return decimal8
     */
    public long markPx() {
        return markPx;
    }

    /**
     * Oracle price.
     *
     * @return decimal8, null when absent
     */
    public long oraclePx() {
        return oraclePx;
    }

    /**
     * Mid price.
     *
     * @return decimal8, null when the book is empty
     */
    public long midPx() {
        return midPx;
    }

    /**
     * Price a day ago.
     *
     * @return decimal8, null when absent
     */
    public long prevDayPx() {
        return prevDayPx;
    }

    /**
     * Impact price of the bid side.
     *
     * @return decimal8, null when absent
     */
    public long impactBidPx() {
        return impactBidPx;
    }

    /**
     * Impact price of the ask side.
     *
     * @return decimal8, null when absent
     */
    public long impactAskPx() {
        return impactAskPx;
    }

    /**
     * Hourly funding rate estimate.
     *
     * @return ratio12, null when absent
     */
    public long funding() {
        return funding;
    }

    /**
     * Premium over the oracle price.
     *
     * @return ratio12, null when absent
     */
    public long premium() {
        return premium;
    }

    /**
     * Open interest of one side.
     *
     * @return base units, NaN when absent
     */
    public double openInterest() {
        return openInterest;
    }

    /**
     * Value traded in 24 h.
     *
     * @return USD, NaN when absent
     */
    public double dayNotionalVolume() {
        return dayNotionalVolume;
    }

    /**
     * Size traded in 24 h.
     *
     * @return base units, NaN when absent
     */
    public double dayBaseVolume() {
        return dayBaseVolume;
    }
}
