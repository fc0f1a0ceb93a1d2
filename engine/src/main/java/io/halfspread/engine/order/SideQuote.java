package io.halfspread.engine.order;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.Side;

/**
 * One side of one instrument: what is wanted, what is working, and why. At most one order works; while a modify is under way
 * the order it replaces is kept beside it. Prices and sizes are decimal8. Engine thread only.
 */
@HotPath
public final class SideQuote {
    /** Price when nothing is wanted. */
    public static final long NONE = Long.MIN_VALUE;

    private final Side side;
    private Order current;
    private Order replaced;
    private long wantedPx = NONE;
    private long wantedSz = NONE;
    private double offsetBps;
    private QuoteReason reason = QuoteReason.NO_BOOK;

    /**
     * An empty side.
     *
     * @param side bid or ask
     */
    public SideQuote(final Side side) {
        this.side = side;
    }

    /**
     * Which side it is.
     *
     * @return bid or ask
     */
    public Side side() {
        return side;
    }

    /**
     * Wants a quote.
     *
     * @param px     price on the grid
     * @param sz     size, whole lots
     * @param offset distance from mid that the control asks for, bps
     * @param why    reason reported
     */
    public void want(final long px, final long sz, final double offset, final QuoteReason why) {
        wantedPx = px;
        wantedSz = sz;
        offsetBps = offset;
        reason = why;
    }

    /**
     * Wants no quote.
     *
     * @param why reason reported
     */
    public void wantNothing(final QuoteReason why) {
        wantedPx = NONE;
        wantedSz = NONE;
        reason = why;
    }

    /**
     * Reports another reason for the same wish.
     *
     * @param why reason reported
     */
    public void reason(final QuoteReason why) {
        reason = why;
    }

    /**
     * Why the side is as it is.
     *
     * @return the reason
     */
    public QuoteReason reason() {
        return reason;
    }

    /**
     * Whether a quote is wanted.
     *
     * @return true when there is a wanted price
     */
    public boolean isWanted() {
        return wantedPx != NONE;
    }

    /**
     * Wanted price.
     *
     * @return decimal8, or {@link #NONE}
     */
    public long wantedPx() {
        return wantedPx;
    }

    /**
     * Wanted size.
     *
     * @return decimal8, or {@link #NONE}
     */
    public long wantedSz() {
        return wantedSz;
    }

    /**
     * Distance from mid that the control asked for.
     *
     * @return bps
     */
    public double offsetBps() {
        return offsetBps;
    }

    /**
     * The working order, or the newest of the two while a modify is under way.
     *
     * @return the order, or null
     */
    public Order current() {
        return current;
    }

    /**
     * The order that the current one is to replace, while the outcome is open.
     *
     * @return the order, or null
     */
    public Order replaced() {
        return replaced;
    }

    /**
     * The order the venue's book shows: the working one, or the one being replaced until its successor is open.
     *
     * @return the order, or null
     */
    public Order atVenue() {
        return current != null && current.state() == OrderState.PENDING_NEW ? replaced : current;
    }

    /**
     * Whether the venue still owes an answer about this side.
     *
     * @return true while an action has no outcome
     */
    public boolean isPending() {
        return replaced != null || current != null && current.isPending();
    }

    /**
     * Whether the venue may hold an order of this side open.
     *
     * @return true when an order lives
     */
    public boolean hasLiveOrder() {
        return current != null;
    }

    /**
     * Price nearest to the other side at which an order of this side may be open.
     *
     * @return decimal8, or {@link #NONE}
     */
    public long nearestLivePx() {
        if (current == null) {
            return NONE;
        }
        if (replaced == null) {
            return current.px();
        }
        return side == Side.BID ? Math.max(current.px(), replaced.px()) : Math.min(current.px(), replaced.px());
    }

    /**
     * An order was placed.
     *
     * @param order the order
     */
    public void onPlaced(final Order order) {
        current = order;
    }

    /**
     * A modify was sent.
     *
     * @param successor order with the new id
     * @param nowNs     event time
     */
    public void onModified(final Order successor, final long nowNs) {
        current.onReplaceSent(nowNs);
        replaced = current;
        current = successor;
    }

    /**
     * An order of this side is done; call before it returns to the pool.
     *
     * @param order the order
     */
    public void onDone(final Order order) {
        if (order == replaced) {
            replaced = null;
        } else if (order == current) {
            current = replaced;
            replaced = null;
        }
    }
}
