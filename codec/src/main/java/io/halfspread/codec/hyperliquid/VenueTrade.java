package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.Side;

/** One maker fill of the public tape. Valid until the next frame is decoded. */
@HotPath
public final class VenueTrade {
    int instrument;
    Side aggressor;
    long venueNs;
    long px;
    long sz;
    long tid;

    VenueTrade() {}

    /**
     * Instrument index.
     *
     * @return the index, {@link CoinIndex#UNKNOWN} when the coin is not registered
     */
    public int instrument() {
        return instrument;
    }

    /**
     * Side of the taker.
     *
     * @return the side
     */
    public Side aggressor() {
        return aggressor;
    }

    /**
     * Block time.
     *
     * @return nanoseconds since the epoch
     */
    public long venueNs() {
        return venueNs;
    }

    /**
     * Price.
     *
     * @return decimal8, positive
     */
    public long px() {
        return px;
    }

    /**
     * Size.
     *
     * @return decimal8, not negative
     */
    public long sz() {
        return sz;
    }

    /**
     * Trade id.
     *
     * @return an id unique with coin and time
     */
    public long tid() {
        return tid;
    }
}
