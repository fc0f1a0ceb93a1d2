package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.Side;

/** One status change of an order. Valid until the next frame is decoded. */
@HotPath
public final class VenueOrderUpdate {
    private static final int MAX_REASON_BYTES = 128;

    final Cloid cloid = new Cloid();
    final BoundedText reason = new BoundedText(MAX_REASON_BYTES);
    int instrument;
    Side side;
    OrderStatus status;
    boolean reduceOnly;
    long statusNs;
    long placedNs;
    long oid;
    long limitPx;
    long remainingSz;
    long originalSz;

    VenueOrderUpdate() {}

    void clear() {
        instrument = CoinIndex.UNKNOWN;
        cloid.clear();
        reason.clear();
        reduceOnly = false;
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
     * Side of the order.
     *
     * @return the side
     */
    public Side side() {
        return side;
    }

    /**
     * Status family.
     *
     * @return the family
     */
    public OrderStatus status() {
        return status;
    }

    /**
     * The venue's status text when the family does not say it all; else empty.
     *
     * @return the text
     */
    public BoundedText reason() {
        return reason;
    }

    /**
     * Whether the order is reduce-only.
     *
     * @return true when it is
     */
    public boolean reduceOnly() {
        return reduceOnly;
    }

    /**
     * Time of the status.
     *
     * @return nanoseconds since the epoch
     */
    public long statusNs() {
        return statusNs;
    }

    /**
     * Time the order was placed.
     *
     * @return nanoseconds since the epoch
     */
    public long placedNs() {
        return placedNs;
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
     * Limit price.
     *
     * @return decimal8
     */
    public long limitPx() {
        return limitPx;
    }

    /**
     * Size not executed.
     *
     * @return decimal8
     */
    public long remainingSz() {
        return remainingSz;
    }

    /**
     * Size as placed.
     *
     * @return decimal8
     */
    public long originalSz() {
        return originalSz;
    }
}
