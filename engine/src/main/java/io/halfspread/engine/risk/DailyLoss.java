package io.halfspread.engine.risk;

import io.halfspread.codec.contract.HotPath;

/**
 * Loss of the UTC day of event time. Basis: realised and unrealised profit at mid, after fees, funding included, since 00:00
 * UTC or the start of the session, whichever is later, and what was carried over from earlier sessions of the day. At the
 * limit it stays breached until the day ends or an operator resets it. Engine thread only.
 */
@HotPath
public final class DailyLoss {
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long NO_DAY = Long.MIN_VALUE;

    private double limitUsd = Double.POSITIVE_INFINITY;
    private double carriedUsd;
    private double baseUsd;
    private double lastUsd;
    private double lossUsd;
    private long day = NO_DAY;
    private boolean breached;

    /**
     * Sets the limit; the day begins with the next profit told.
     *
     * @param maxLossUsd limit, USD; positive infinity for none
     * @param earlierUsd profit of earlier sessions of the day, USD
     */
    public void start(final double maxLossUsd, final double earlierUsd) {
        limitUsd = maxLossUsd;
        carriedUsd = earlierUsd;
        baseUsd = 0;
        lastUsd = 0;
        lossUsd = -earlierUsd;
        day = NO_DAY;
        breached = false;
    }

    /**
     * Takes the session's profit after fees.
     *
     * @param nowNs  event time
     * @param pnlUsd profit since the start, USD
     * @return true when this breached the limit
     */
    public boolean onPnl(final long nowNs, final double pnlUsd) {
        final long today = Math.floorDiv(nowNs, DAY_NS);
        if (today != day) {
            if (day != NO_DAY) {
                baseUsd = lastUsd;
                carriedUsd = 0;
                breached = false;
            }
            day = today;
        }
        lastUsd = pnlUsd;
        lossUsd = baseUsd - pnlUsd - carriedUsd;
        final boolean breaches = !breached && lossUsd >= limitUsd;
        breached |= breaches;
        return breaches;
    }

    /**
     * An operator lets trading resume: the loss counts from here.
     *
     * @param pnlUsd profit since the start, USD
     */
    public void reset(final double pnlUsd) {
        if (breached) {
            baseUsd = pnlUsd;
            lastUsd = pnlUsd;
            carriedUsd = 0;
            lossUsd = 0;
            breached = false;
        }
    }

    /**
     * Whether the limit was reached.
     *
     * @return true until the day ends or it is reset
     */
    public boolean isBreached() {
        return breached;
    }

    /**
     * Whether there is a limit.
     *
     * @return true when profit must be watched
     */
    public boolean isLimited() {
        return limitUsd < Double.POSITIVE_INFINITY;
    }

    /**
     * Loss of the day so far.
     *
     * @return USD, negative for a profit
     */
    public double lossUsd() {
        return lossUsd;
    }

    /**
     * The limit.
     *
     * @return USD
     */
    public double limitUsd() {
        return limitUsd;
    }
}
