package io.halfspread.engine.risk;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;

/** Actions within any second of event time, over all instruments. Engine thread only. */
@HotPath
public final class OrderRate {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private int limit;
    private long[] sentNs = new long[0];
    private int oldest;

    /**
     * Sets the limit and forgets what was sent.
     *
     * @param actionsPerSecond most actions in a second; 0 for no limit
     */
    @ColdPath("when a session opens")
    public void limit(final int actionsPerSecond) {
        limit = actionsPerSecond;
        sentNs = new long[actionsPerSecond];
        oldest = 0;
        for (int i = 0; i < sentNs.length; i++) {
            sentNs[i] = NEVER;
        }
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
        if (limit == 0) {
            return true;
        }
        if (planned >= limit) {
            return false;
        }
        final int at = oldest + planned;
        final long earlier = sentNs[at < limit ? at : at - limit];
        return earlier == NEVER || nowNs - earlier >= SECOND_NS;
    }

    /**
     * An action was sent; one that must not wait counts too.
     *
     * @param nowNs event time
     */
    public void onSent(final long nowNs) {
        if (limit > 0) {
            sentNs[oldest] = nowNs;
            oldest = oldest + 1 == limit ? 0 : oldest + 1;
        }
    }
}
