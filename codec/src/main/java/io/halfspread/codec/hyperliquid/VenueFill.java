package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.event.Side;

/** One execution of ours. Valid until the next frame is decoded. */
@HotPath
public final class VenueFill {
    final Cloid cloid = new Cloid();
    int instrument;
    Side side;
    boolean crossed;
    boolean snapshot;
    boolean liquidation;
    long venueNs;
    long oid;
    long tid;
    long px;
    long sz;
    long startPosition;
    long closedPnl;
    long fee;
    long feeToken;

    VenueFill() {}

    void clear() {
        instrument = CoinIndex.UNKNOWN;
        cloid.clear();
        snapshot = false;
        liquidation = false;
        startPosition = Decimal8.NULL;
        closedPnl = Decimal8.NULL;
        fee = Decimal8.NULL;
        feeToken = 0;
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
     * Our side.
     *
     * @return the side
     */
    public Side side() {
        return side;
    }

    /**
     * Whether we were the taker.
     *
     * @return true when we were
     */
    public boolean crossed() {
        return crossed;
    }

    /**
     * Whether it is history sent at subscription.
     *
     * @return true when it is
     */
    public boolean snapshot() {
        return snapshot;
    }

    /**
     * Whether a liquidation was part of it.
     *
     * @return true when one was
     */
    public boolean liquidation() {
        return liquidation;
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
     * High half of the client order id.
     *
     * @return 0, with a low half of 0, when absent
     */
    public long cloidHigh() {
        return cloid.high;
    }

    /**
     * Low half of the client order id.
     *
     * @return the half
     */
    public long cloidLow() {
        return cloid.low;
    }

    /**
     * Venue order id.
     *
     * @return the id
     */
    public long oid() {
        return oid;
    }

    /**
     * Trade id.
     *
     * @return the id, unique together with the order id
     */
    public long tid() {
        return tid;
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
     * Signed position before this fill.
     *
     * @return decimal8, null when absent
     */
    public long startPosition() {
        return startPosition;
    }

    /**
     * P and L realised by this fill before fee.
     *
     * @return decimal8 USD, null when absent
     */
    public long closedPnl() {
        return closedPnl;
    }

    /**
     * Fee in the fee token; negative is a rebate.
     *
     * @return decimal8, null when absent
     */
    public long fee() {
        return fee;
    }

    /**
     * Token of the fee, its first 8 bytes.
     *
     * @return bytes in little-endian order, zero padded; 0 when absent
     */
    public long feeToken() {
        return feeToken;
    }
}
