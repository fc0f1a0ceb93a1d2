package io.halfspread.engine.risk;

import io.halfspread.codec.contract.HotPath;

/**
 * The venue's allowance of action requests: an initial amount plus one for each USDC traded, one request per 10 s once it is
 * used up, and a larger ceiling for cancels. As it runs short a requote must be worth more: {@link #scarcity(long)} says by which
 * factor the price must have moved further. Source: the venue's rate limit page. Engine thread only.
 */
@HotPath
public final class RequestBudget {
    private static final long USD = 100_000_000L;
    private static final long CANCEL_EXTRA = 100_000;
    private static final long TRICKLE_NS = 10_000_000_000L;
    private static final double MOST_SCARCE = 8;

    private final Runway runway = new Runway();
    private boolean limited;
    private double minRunwayHours;
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
        runway.reset();
    }

    /**
     * Sets how long the allowance shall last.
     *
     * @param hours least runway; 0 for no limit
     */
    public void minRunway(final double hours) {
        minRunwayHours = hours;
    }

    /**
     * How long shall last what is left.
     *
     * @return hours; 0 for no limit
     */
    public double minRunwayHours() {
        return minRunwayHours;
    }

    /**
     * How long what is left lasts at the pace of late.
     *
     * @param nowNs event time
     * @return hours; positive infinity when nothing is used up on balance, or not known yet
     */
    public double runwayHours(final long nowNs) {
        return limited ? runway.hours(left(), nowNs) : Double.POSITIVE_INFINITY;
    }

    /**
     * Whether the runway is below its limit.
     *
     * @param nowNs event time
     * @return true when it is too short
     */
    public boolean isRunwayShort(final long nowNs) {
        return limited && minRunwayHours > 0 && runwayHours(nowNs) < minRunwayHours;
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
     * rising to 8 at the reserve; and as many times as the runway is too short.
     *
     * @param nowNs event time
     * @return factor, 1 to 8
     */
    public double scarcity(final long nowNs) {
        if (!limited) {
            return 1;
        }
        if (!isRunwayShort(nowNs)) {
            return scarcityOfLeft();
        }
        return Math.max(scarcityOfLeft(), Math.min(MOST_SCARCE, minRunwayHours / runwayHours(nowNs)));
    }

    private double scarcityOfLeft() {
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
        runway.add(nowNs, 1);
        lastPlaceNs = nowNs;
    }

    /**
     * A cancel was sent.
     *
     * @param nowNs event time
     */
    public void onCancel(final long nowNs) {
        used++;
        runway.add(nowNs, 1);
    }

    /**
     * Volume was traded.
     *
     * @param nowNs     event time
     * @param valueUsd8 value of a fill, USD, decimal8, not negative
     */
    public void onTraded(final long nowNs, final long valueUsd8) {
        tradedUsd8 += valueUsd8;
        runway.add(nowNs, -(valueUsd8 / (double) USD));
    }

    private long allowed() {
        return initial + tradedUsd8 / USD;
    }
}
