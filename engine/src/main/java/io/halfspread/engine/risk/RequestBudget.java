package io.halfspread.engine.risk;

import io.halfspread.codec.contract.HotPath;

/**
 * The venue's allowance of action requests: an initial amount plus one for each USDC traded, one request per 10 s once it is
 * used up, and a larger ceiling for cancels. As it runs short a requote must be worth more: {@link #scarcity()} says by which
 * factor the price must have moved further. Source: the venue's rate limit page. Engine thread only.
 */
@HotPath
public final class RequestBudget {
    private static final long USD = 100_000_000L;
    private static final long CANCEL_EXTRA = 100_000;
    private static final long TRICKLE_NS = 10_000_000_000L;
    private static final double MOST_SCARCE = 8;

    private boolean limited;
    private long initial;
    private long used;
    private long tradedUsd8;
    private long lastPlaceNs = Long.MIN_VALUE;

    /**
     * Sets the allowance at the start of a session.
     *
     * @param isLimited      false lifts the limit
     * @param initialAllowed requests available at the start
     */
    public void start(final boolean isLimited, final long initialAllowed) {
        limited = isLimited;
        initial = initialAllowed;
        used = 0;
        tradedUsd8 = 0;
        lastPlaceNs = Long.MIN_VALUE;
    }

    /**
     * Requests left.
     *
     * @return count, negative when cancels went beyond the limit
     */
    public long left() {
        return allowed() - used;
    }

    /**
     * Requests kept back so that a fill can still be answered: a twentieth of the initial allowance.
     *
     * @return count
     */
    public long reserve() {
        return initial / 20;
    }

    /**
     * Whether requests are short of the reserve.
     *
     * @return true when the limit applies and less than the reserve is left
     */
    public boolean isLow() {
        return limited && left() < reserve();
    }

    /**
     * How many times further a price must have moved to be worth a request: 1 while half of the initial allowance is left,
     * rising to 8 at the reserve.
     *
     * @return factor, 1 to 8
     */
    public double scarcity() {
        if (!limited) {
            return 1;
        }
        final double plenty = initial / 2.0 - reserve();
        final double free = left() - reserve();
        if (free >= plenty) {
            return 1;
        }
        return free <= 0 ? MOST_SCARCE : MOST_SCARCE - (MOST_SCARCE - 1) * (free / plenty);
    }

    /**
     * Whether an order or modify may be sent now.
     *
     * @param nowNs   event time
     * @param planned actions decided on and not sent yet
     * @return true when a request is left, or 10 s have passed since the last
     */
    public boolean mayPlace(final long nowNs, final int planned) {
        return !limited
                || left() > planned
                || planned == 0 && (lastPlaceNs == Long.MIN_VALUE || nowNs - lastPlaceNs >= TRICKLE_NS);
    }

    /**
     * Whether a cancel may be sent now.
     *
     * @return true below the ceiling for cancels
     */
    public boolean mayCancel() {
        return !limited || used < Math.min(allowed() + CANCEL_EXTRA, 2 * allowed());
    }

    /**
     * An order or modify was sent.
     *
     * @param nowNs event time
     */
    public void onPlace(final long nowNs) {
        used++;
        lastPlaceNs = nowNs;
    }

    /** A cancel was sent. */
    public void onCancel() {
        used++;
    }

    /**
     * Volume was traded.
     *
     * @param valueUsd8 value of a fill, USD, decimal8, not negative
     */
    public void onTraded(final long valueUsd8) {
        tradedUsd8 += valueUsd8;
    }

    private long allowed() {
        return initial + tradedUsd8 / USD;
    }
}
