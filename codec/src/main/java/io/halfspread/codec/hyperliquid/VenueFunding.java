package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.Decimal8;

/** Funding that the account paid or received. Valid until the next frame is decoded. */
@HotPath
public final class VenueFunding {
    int instrument;
    long venueNs;
    long usd;
    long positionSize;
    long rate;

    VenueFunding() {}

    void clear() {
        instrument = CoinIndex.UNKNOWN;
        venueNs = 0;
        usd = 0;
        positionSize = Decimal8.NULL;
        rate = Decimal8.NULL;
    }

    /**
     * Instrument index.
     *
     * @return the index, {@link CoinIndex#UNKNOWN} when the coin is not registered
     */
    public int instrument() {
        return instrument;
    }

    /**
     * Time of the payment.
     *
     * @return nanoseconds since the epoch
     */
    public long venueNs() {
        return venueNs;
    }

    /**
     * Amount.
     *
     * @return USD, decimal8, above 0 when received
     */
    public long usd() {
        return usd;
    }

    /**
     * Signed position it was paid on.
     *
     * @return base units, decimal8, the null value when absent
     */
    public long positionSize() {
        return positionSize;
    }

    /**
     * Hourly rate.
     *
     * @return ratio12, the null value when absent
     */
    public long rate() {
        return rate;
    }
}
