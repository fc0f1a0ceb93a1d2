package io.halfspread.engine.order;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.Side;

/** One order of ours; pooled by {@link Orders}. Prices and sizes are decimal8. Engine thread only. */
@HotPath
public final class Order {
    /** Venue order id while the venue has not told it. */
    public static final long NO_OID = Long.MIN_VALUE;

    private long cloidLow;
    private long oid;
    private int instrument;
    private Side side;
    private boolean taker;
    private long px;
    private long size;
    private long filled;
    private long reported;
    private long sentNs;
    private long placedNs;
    private int cancels;
    private OrderState state = OrderState.DONE;
    private boolean alerted;
    private boolean suspect;

    void reset(
            final long id,
            final int instrumentIndex,
            final Side orderSide,
            final boolean isTaker,
            final long limitPx,
            final long orderSize,
            final long nowNs) {
        cloidLow = id;
        oid = NO_OID;
        instrument = instrumentIndex;
        side = orderSide;
        taker = isTaker;
        px = limitPx;
        size = orderSize;
        filled = 0;
        reported = orderSize;
        sentNs = nowNs;
        placedNs = nowNs;
        cancels = 0;
        state = OrderState.PENDING_NEW;
        alerted = false;
        suspect = false;
    }

    /**
     * Low half of the client order id.
     *
     * @return the id, unique in the session
     */
    public long cloidLow() {
        return cloidLow;
    }

    /**
     * Venue order id.
     *
     * @return the id, or {@link #NO_OID}
     */
    public long oid() {
        return oid;
    }

    /**
     * Instrument.
     *
     * @return its index
     */
    public int instrument() {
        return instrument;
    }

    /**
     * Side.
     *
     * @return bid or ask
     */
    public Side side() {
        return side;
    }

    /**
     * Whether it was sent to take liquidity.
     *
     * @return true for an IOC
     */
    public boolean isTaker() {
        return taker;
    }

    /**
     * Limit price.
     *
     * @return decimal8
     */
    public long px() {
        return px;
    }

    /**
     * Size not executed yet, as fills or the venue's word on the order have it, whichever knows of more executions.
     *
     * @return decimal8
     */
    public long remaining() {
        return Math.max(0, Math.min(size - filled, reported));
    }

    /**
     * Event time at which the newest unanswered action on it was sent.
     *
     * @return ns
     */
    public long sentNs() {
        return sentNs;
    }

    /**
     * Event time at which it was sent.
     *
     * @return ns
     */
    public long placedNs() {
        return placedNs;
    }

    /**
     * Whether a cancel was sent for it already.
     *
     * @return true when another one would be a repetition
     */
    public boolean wasCancelled() {
        return cancels > 0;
    }

    /**
     * Where it is in its life.
     *
     * @return the state
     */
    public OrderState state() {
        return state;
    }

    /**
     * Whether the venue still owes an answer.
     *
     * @return true when an action on it has no outcome yet
     */
    public boolean isPending() {
        return state == OrderState.PENDING_NEW
                || state == OrderState.PENDING_CANCEL
                || state == OrderState.PENDING_REPLACE;
    }

    /**
     * Whether a modify that replaces it has no outcome yet.
     *
     * @return true while it is being replaced
     */
    public boolean isReplacing() {
        return state == OrderState.PENDING_REPLACE;
    }

    /**
     * Whether the venue may still hold it open.
     *
     * @return true until it is done
     */
    public boolean isLive() {
        return state != OrderState.DONE;
    }

    /**
     * The venue says it is open.
     *
     * @param venueOid     venue order id
     * @param remainingNow size not executed as the venue sees it
     */
    public void onOpen(final long venueOid, final long remainingNow) {
        oid = venueOid;
        reported = Math.min(reported, remainingNow);
        suspect = false;
        if (state == OrderState.PENDING_NEW) {
            state = OrderState.RESTING;
        }
    }

    /**
     * Part of it, or all, was executed.
     *
     * @param executed size executed, decimal8
     */
    public void onFill(final long executed) {
        filled += executed;
    }

    /**
     * The venue says how much was executed in all, and that the rest is gone.
     *
     * @param total size executed, decimal8; what fills have not told of it yet is what remains
     */
    public void onExecuted(final long total) {
        size = total;
    }

    /** The venue is asked for all open orders: one that is known to have been open must be among them, or it is done. */
    public void onListingAsked() {
        suspect = oid != NO_OID;
    }

    /**
     * Whether it was known when the venue was asked for all open orders and has not been heard of since.
     *
     * @return true when it is done unless it is listed
     */
    public boolean isSuspect() {
        return suspect;
    }

    /**
     * A cancel was sent.
     *
     * @param nowNs event time
     */
    public void onCancelSent(final long nowNs) {
        state = OrderState.PENDING_CANCEL;
        cancels++;
        sentNs = nowNs;
        alerted = false;
    }

    /**
     * A modify was sent.
     *
     * @param nowNs event time
     */
    public void onReplaceSent(final long nowNs) {
        state = OrderState.PENDING_REPLACE;
        sentNs = nowNs;
        alerted = false;
    }

    /** A cancel or modify was refused and the order still lives. */
    public void onActionRefused() {
        if (state == OrderState.PENDING_CANCEL || state == OrderState.PENDING_REPLACE) {
            state = oid == NO_OID ? OrderState.PENDING_NEW : OrderState.RESTING;
        }
    }

    /** Filled, cancelled or rejected. */
    public void onDone() {
        state = OrderState.DONE;
    }

    /**
     * Whether a late answer was already reported; remembers that it is now.
     *
     * @return true the first time for the newest action
     */
    public boolean firstAlert() {
        final boolean first = !alerted;
        alerted = true;
        return first;
    }
}
