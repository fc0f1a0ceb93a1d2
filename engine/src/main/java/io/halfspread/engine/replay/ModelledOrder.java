package io.halfspread.engine.replay;

import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;

/** One order of ours as a fill model keeps it; pooled. Prices and sizes are decimal8. */
final class ModelledOrder {
    static final long NO_TARGET = Long.MIN_VALUE;

    int instrument;
    Side side;
    Tif tif;
    boolean reduceOnly;
    long cloidHigh;
    long cloidLow;
    long oid;
    long px;
    long original;
    long remaining;
    long placedNs;
    /** Order this one replaces, as long as that is not done. */
    long targetCloidLow;
    /** Whether it is open; otherwise unanswered. */
    boolean resting;
    /** Whether a cancel of it is unanswered. */
    boolean cancelSent;
    /** What recorded fills have told of so far; what they have not may be known from its status. */
    long recordedFills;
    /** Least size not executed that the recording's statuses have told of. */
    long recordedRemaining;
    /** Whether it was known when the recorded session asked the venue for all open orders, and not heard of since. */
    boolean suspect;
    /** Where it stands in the queue of its price, once it rests, for models that keep it. */
    final QueuePlace place = new QueuePlace();

    /** Its recorded life begins. */
    void begin() {
        recordedFills = 0;
        recordedRemaining = original;
        suspect = false;
    }

    /** Takes what is recorded of it for the size not executed, whichever knows of more executions. */
    void measure() {
        remaining = Math.max(0, Math.min(original - recordedFills, recordedRemaining));
    }

    boolean isBid() {
        return side == Side.BID;
    }

    /** Whether a trade at that price went through it: strictly below a bid, strictly above an ask. */
    boolean isThrough(final long tradePx) {
        return isBid() ? tradePx < px : tradePx > px;
    }

    /** Whether its limit allows a price of the other side. */
    boolean reaches(final long otherPx) {
        return isBid() ? px >= otherPx : px <= otherPx;
    }

    /** Whether it is nearer to the other side than another order. */
    boolean isBetterThan(final ModelledOrder other) {
        return isBid() ? px > other.px : px < other.px;
    }
}
