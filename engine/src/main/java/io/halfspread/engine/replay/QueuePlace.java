package io.halfspread.engine.replay;

/**
 * Place of one resting order in the queue of its price: how much of others is ahead. Of one block, the book may be reported
 * before the trades that it already shows; so the newest book is kept apart from what was before it, and a trade that is not
 * later than it moves what was before. Sizes are decimal8.
 */
final class QueuePlace {
    /** Size ahead when it is not known, or when a trade cannot reach us: no trade is that large. */
    static final long ENDLESS = Long.MAX_VALUE;

    /** Size displayed at a price about which the book says nothing. */
    static final long NOT_SHOWN = -1;

    private boolean joined;
    /** Venue time of the newest book or trade at arrival: what is not later happened without us. */
    private long joinedNs;
    /** Venue time from which on it is known what is ahead. */
    private long knownNs;
    /** Venue time of the newest book that showed our price. */
    private long seenNs;
    /** Venue time up to which everything is settled: an earlier trade is no longer told apart from what was settled. */
    private long settledNs;
    /** Size ahead, and displayed, before the newest book. */
    private long aheadBefore;

    private long shownBefore;
    /** Size displayed by the newest book, less the trades after it: what the next book shows if nothing else happens. */
    private long shown;
    /** Most that can be ahead: the same, less only what those trades took ahead of us. */
    private long bound;
    /** Size on the other side that reached our price and is counted already. */
    private long crossing;

    boolean isJoined() {
        return joined;
    }

    void leave() {
        joined = false;
    }

    /** Joins behind all that is displayed; how much of the other side our price reached is already taken. */
    void join(final long shownSz, final long bookNs, final long marketNs, final long crossed) {
        joined = true;
        joinedNs = marketNs;
        knownNs = marketNs;
        seenNs = bookNs;
        settledNs = bookNs;
        aheadBefore = shownSz == NOT_SHOWN ? ENDLESS : shownSz;
        shownBefore = shownSz;
        shown = shownSz;
        bound = shownSz;
        crossing = crossed;
    }

    /** Whether something at that venue time happened after we joined. */
    boolean isLater(final long venueNs) {
        return venueNs > joinedNs;
    }

    /** Size ahead of us after all that is known; ENDLESS when nothing is. */
    long ahead(final CancelRule rule) {
        if (aheadBefore == ENDLESS) {
            return ENDLESS;
        }
        final long cancelledAhead = rule == CancelRule.PESSIMISTIC ? 0 : Math.max(0, shownBefore - shown);
        return Math.max(0, Math.min(aheadBefore - cancelledAhead, bound));
    }

    /** A book shows our price, with that size or none. */
    void onShown(final CancelRule rule, final long bookNs, final long size) {
        if (bookNs < seenNs) {
            return;
        }
        if (aheadBefore == ENDLESS) {
            aheadBefore = size;
            shownBefore = size;
            knownNs = bookNs;
        } else if (bookNs > seenNs) {
            settle(rule);
        }
        shown = size;
        bound = size;
        seenNs = bookNs;
    }

    /** Size of others that a trade at our price takes before us; ENDLESS when it cannot reach us. */
    long aheadOf(final CancelRule rule, final long tradeNs) {
        if (aheadBefore == ENDLESS || tradeNs <= knownNs || tradeNs <= settledNs) {
            return ENDLESS;
        }
        return tradeNs > seenNs ? ahead(rule) : aheadBefore;
    }

    /** A trade at our price took that much of others ahead of us, out of its whole size. */
    void onTrade(final CancelRule rule, final long tradeNs, final long taken, final long whole) {
        if (aheadOf(rule, tradeNs) == ENDLESS) {
            return;
        }
        if (tradeNs > seenNs) {
            settle(rule);
            shown = Math.max(0, shown - whole);
            shownBefore = shown;
            bound = Math.max(0, bound - taken);
        } else {
            shownBefore = Math.max(0, shownBefore - whole);
        }
        aheadBefore = Math.max(0, aheadBefore - taken);
    }

    /** A trade went through our price: nothing of others was left there. */
    void onThrough() {
        knownNs = joinedNs;
        aheadBefore = 0;
        shownBefore = 0;
        shown = 0;
        bound = 0;
    }

    /** New size of the other side that reaches our price, when a book shows so much of it there. */
    long onCrossing(final long size) {
        final long fresh = Math.max(0, size - crossing);
        crossing = size == 0 ? 0 : Math.max(crossing, size);
        return fresh;
    }

    private void settle(final CancelRule rule) {
        aheadBefore = ahead(rule);
        shownBefore = shown;
        settledNs = seenNs;
    }
}
