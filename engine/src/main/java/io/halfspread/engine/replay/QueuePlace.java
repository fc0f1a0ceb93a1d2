package io.halfspread.engine.replay;

/**
 * Place of one resting order in the queue of its price: how much of others is ahead. Books and trades of one block come in
 * either order, so what a book shows is kept apart from the trades that it may already show. Sizes are decimal8.
 */
final class QueuePlace {
    /** Size ahead when it is not known, or when a trade cannot reach us: no trade is that large. */
    static final long ENDLESS = Long.MAX_VALUE;

    /** Size displayed at a price about which the book says nothing. */
    static final long NOT_SHOWN = -1;

    private boolean joined;
    /** Venue time of the newest book at arrival: what is not later happened without us. */
    private long joinedNs;
    /** Venue time of the newest book that showed our price, and of what was settled before it. */
    private long seenNs;

    private long settledNs;
    /** Pessimistic: before the newest book's bound. Optimistic: now. */
    private long ahead;
    /** Displayed at our price by the newest book that showed it, less the trades after it. */
    private long shown;
    /** Optimistic: what the newest book moved us forward and no trade has explained yet. */
    private long fallen;
    /** Size on the other side that reached our price and is counted already. */
    private long crossing;

    boolean isJoined() {
        return joined;
    }

    void leave() {
        joined = false;
    }

    /** Joins behind all that is displayed; how much of the other side our price reached is already taken. */
    void join(final long shownSz, final long newestBookNs, final long crossed) {
        joined = true;
        joinedNs = newestBookNs;
        seenNs = newestBookNs;
        settledNs = newestBookNs;
        ahead = shownSz == NOT_SHOWN ? ENDLESS : shownSz;
        shown = shownSz;
        fallen = 0;
        crossing = crossed;
    }

    /** Whether something at that venue time happened after we joined. */
    boolean isLater(final long venueNs) {
        return venueNs > joinedNs;
    }

    /** A book shows our price, with that size or none. */
    void onShown(final CancelRule rule, final long bookNs, final long size) {
        if (bookNs < seenNs) {
            return;
        }
        final boolean newer = bookNs > seenNs;
        if (ahead == ENDLESS) {
            ahead = size;
        } else if (rule == CancelRule.PESSIMISTIC) {
            if (newer) {
                ahead = Math.min(ahead, shown);
            }
        } else {
            final long moved = Math.max(Math.min(ahead, shown - size), ahead - size);
            fallen = newer ? 0 : fallen;
            if (moved > 0) {
                ahead -= moved;
                fallen += moved;
            }
        }
        if (newer) {
            settledNs = seenNs;
            seenNs = bookNs;
        }
        shown = size;
    }

    /** Size of others that a trade at our price takes before us; ENDLESS when it cannot reach us. */
    long aheadOf(final CancelRule rule, final long tradeNs) {
        if (tradeNs <= joinedNs || ahead == ENDLESS) {
            return ENDLESS;
        }
        if (rule == CancelRule.OPTIMISTIC) {
            return tradeNs > seenNs ? ahead : ahead + fallen;
        }
        if (tradeNs > seenNs) {
            return Math.min(ahead, shown);
        }
        return tradeNs > settledNs ? ahead : ENDLESS;
    }

    /** A trade at our price took that much of others ahead of us, out of its whole size. */
    void onTrade(final CancelRule rule, final long tradeNs, final long taken, final long whole) {
        if (aheadOf(rule, tradeNs) == ENDLESS) {
            return;
        }
        if (tradeNs > seenNs) {
            if (rule == CancelRule.PESSIMISTIC) {
                ahead = Math.min(ahead, shown);
                settledNs = seenNs;
            }
            ahead = Math.max(0, ahead - taken);
            shown = Math.max(0, shown - whole);
        } else {
            final long explained = Math.min(fallen, taken);
            fallen -= explained;
            ahead = Math.max(0, ahead - (taken - explained));
        }
    }

    /** A trade went through our price: nothing of others was left there. */
    void onThrough() {
        ahead = 0;
        shown = 0;
        fallen = 0;
    }

    /** New size of the other side that reaches our price, when a book shows so much of it there. */
    long onCrossing(final long size) {
        final long fresh = Math.max(0, size - crossing);
        crossing = size == 0 ? 0 : Math.max(crossing, size);
        return fresh;
    }

    /** Size ahead of us after all that is known. */
    long ahead(final CancelRule rule) {
        return rule == CancelRule.PESSIMISTIC && ahead != ENDLESS ? Math.min(ahead, shown) : ahead;
    }
}
