package io.halfspread.engine.order;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;

/**
 * Which of an account's open orders a session may cancel: those of its own and of sessions before it, or whatever there is.
 * The high half of an order's id is the time at which its session began, in ns; the low half counts from small numbers. That
 * an order of others looks like this is one case in two million. Immutable.
 */
@HotPath
public final class OrderScope {
    /** Every order of the account. */
    public static final OrderScope EVERYTHING = new OrderScope(0, true);

    /** 2020-01-01, ns since the epoch. */
    private static final long EARLIEST_SESSION = 1_577_836_800_000_000_000L;

    private static final long LARGEST_LOW_HALF = 1L << 48;

    private final long sessionId;
    private final boolean everything;

    private OrderScope(final long sessionId, final boolean everything) {
        this.sessionId = sessionId;
        this.everything = everything;
    }

    /**
     * The orders of a session and of those before it.
     *
     * @param sessionId high half of the ids of its orders
     * @return the scope
     */
    @ColdPath("once a session")
    public static OrderScope upTo(final long sessionId) {
        return new OrderScope(sessionId, false);
    }

    /**
     * Whether an order is in it.
     *
     * @param cloidHigh high half of its id, 0 without one
     * @param cloidLow  low half of its id, 0 without one
     * @return false when it is to be left alone
     */
    public boolean covers(final long cloidHigh, final long cloidLow) {
        return everything || cloidHigh == sessionId || isOfEarlier(sessionId, cloidHigh, cloidLow);
    }

    /**
     * Whether an order is one of a session before.
     *
     * @param sessionId high half of the ids of this session's orders
     * @param cloidHigh high half of the order's id
     * @param cloidLow  low half of the order's id
     * @return false for orders of this session and of others
     */
    public static boolean isOfEarlier(final long sessionId, final long cloidHigh, final long cloidLow) {
        return cloidHigh >= EARLIEST_SESSION && cloidHigh < sessionId && cloidLow > 0 && cloidLow < LARGEST_LOW_HALF;
    }
}
