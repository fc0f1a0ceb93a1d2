package io.halfspread.engine.risk;

import io.halfspread.codec.contract.HotPath;

/** Loss of the session from its high-water mark; once beyond the limit it stays so until reset. Engine thread only. */
@HotPath
public final class Drawdown {
    private double limitUsd = Double.POSITIVE_INFINITY;
    private double highWaterUsd;
    private double lossUsd;
    private boolean breached;

    /**
     * Sets the limit and starts from zero profit.
     *
     * @param maxLossUsd limit, USD; positive infinity for none
     */
    public void start(final double maxLossUsd) {
        limitUsd = maxLossUsd;
        highWaterUsd = 0;
        lossUsd = 0;
        breached = false;
    }

    /**
     * Takes the session's profit after fees.
     *
     * @param pnlUsd profit since the start, USD
     * @return true when this breached the limit
     */
    public boolean onPnl(final double pnlUsd) {
        highWaterUsd = Math.max(highWaterUsd, pnlUsd);
        lossUsd = highWaterUsd - pnlUsd;
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
        highWaterUsd = pnlUsd;
        lossUsd = 0;
        breached = false;
    }

    /**
     * Whether the limit was reached.
     *
     * @return true until reset
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
     * Loss from the high-water mark.
     *
     * @return USD
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
