package io.halfspread.engine.risk;

import io.halfspread.codec.contract.HotPath;

/** Order actions in the current second of event time, over all instruments. Engine thread only. */
@HotPath
public final class OrderRate {
    private static final long SECOND_NS = 1_000_000_000L;

    private int limit;
    private long windowStartNs = Long.MIN_VALUE;
    private int sent;

    /**
     * Sets the limit.
     *
     * @param actionsPerSecond most actions in a second; 0 for no limit
     */
    public void limit(final int actionsPerSecond) {
        limit = actionsPerSecond;
    }

    /**
     * The limit in force.
     *
     * @return actions a second; 0 for none
     */
    public int limit() {
        return limit;
    }

    /**
     * Whether one more action fits.
     *
     * @param nowNs   event time
     * @param planned actions decided on and not sent yet
     * @return true below the limit
     */
    public boolean hasRoom(final long nowNs, final int planned) {
        roll(nowNs);
        return limit == 0 || sent + planned < limit;
    }

    /**
     * An action was sent; cancels count too but are never held back.
     *
     * @param nowNs event time
     */
    public void onSent(final long nowNs) {
        roll(nowNs);
        sent++;
    }

    private void roll(final long nowNs) {
        if (windowStartNs == Long.MIN_VALUE || nowNs - windowStartNs >= SECOND_NS) {
            windowStartNs = nowNs;
            sent = 0;
        }
    }
}
