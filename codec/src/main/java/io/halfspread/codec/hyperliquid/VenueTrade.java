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

    /** Creates a trade to be filled. */
    public VenueTrade() {}

    /**
     * Fills it.
     *
     * @param index     instrument index
     * @param taker     side of the taker
     * @param timeNs    venue time, nanoseconds since the epoch
     * @param tradePx   decimal8, positive
     * @param tradeSz   decimal8, not negative
     * @param tradeId   trade id
     * @return this
     */
    public VenueTrade fill(
            final int index,
            final Side taker,
            final long timeNs,
            final long tradePx,
            final long tradeSz,
            final long tradeId) {
        instrument = index;
        aggressor = taker;
        venueNs = timeNs;
        px = tradePx;
        sz = tradeSz;
        tid = tradeId;
        return this;
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
