package io.halfspread.engine.hjb;

import java.util.Arrays;

/**
 * A control for every state: an offset or no quote on each side, and two taker rates. A side that does not quote holds no
 * NaN but the largest offset and a flag. Reused; for one thread.
 */
public final class Policy {
    private static final byte BID = 1;
    private static final byte ASK = 2;

    private final HjbGrid grid;
    private final double[] bidOffsetBps;
    private final double[] askOffsetBps;
    private final double[] takerBuyPerS;
    private final double[] takerSellPerS;
    private final byte[] quotes;

    /**
     * A policy that does nothing.
     *
     * @param grid its states
     */
    public Policy(final HjbGrid grid) {
        this.grid = grid;
        bidOffsetBps = new double[grid.states()];
        askOffsetBps = new double[grid.states()];
        takerBuyPerS = new double[grid.states()];
        takerSellPerS = new double[grid.states()];
        quotes = new byte[grid.states()];
    }

    /**
     * Its states.
     *
     * @return the grid
     */
    public HjbGrid grid() {
        return grid;
    }

    /**
     * Sets the bid.
     *
     * @param state     state
     * @param quoted    whether a bid is quoted
     * @param offsetBps its offset, bps
     */
    public void bid(final int state, final boolean quoted, final double offsetBps) {
        bidOffsetBps[state] = offsetBps;
        quotes[state] = (byte) (quoted ? quotes[state] | BID : quotes[state] & ~BID);
    }

    /**
     * Sets the ask.
     *
     * @param state     state
     * @param quoted    whether an ask is quoted
     * @param offsetBps its offset, bps
     */
    public void ask(final int state, final boolean quoted, final double offsetBps) {
        askOffsetBps[state] = offsetBps;
        quotes[state] = (byte) (quoted ? quotes[state] | ASK : quotes[state] & ~ASK);
    }

    /**
     * Sets the taker rates.
     *
     * @param state    state
     * @param buyPerS  taker buys, lots/s
     * @param sellPerS taker sells, lots/s
     */
    public void takers(final int state, final double buyPerS, final double sellPerS) {
        takerBuyPerS[state] = buyPerS;
        takerSellPerS[state] = sellPerS;
    }

    /**
     * Makes the policy do nothing in every state.
     *
     * @param limits whose largest offset unquoted sides hold
     */
    public void clear(final ControlLimits limits) {
        Arrays.fill(quotes, (byte) 0);
        Arrays.fill(bidOffsetBps, limits.maxOffsetBps());
        Arrays.fill(askOffsetBps, limits.maxOffsetBps());
        Arrays.fill(takerBuyPerS, 0);
        Arrays.fill(takerSellPerS, 0);
    }

    /**
     * Takes over another policy.
     *
     * @param other policy on a grid of the same shape
     */
    public void copyFrom(final Policy other) {
        final int states = other.quotes.length;
        System.arraycopy(other.quotes, 0, quotes, 0, states);
        System.arraycopy(other.bidOffsetBps, 0, bidOffsetBps, 0, states);
        System.arraycopy(other.askOffsetBps, 0, askOffsetBps, 0, states);
        System.arraycopy(other.takerBuyPerS, 0, takerBuyPerS, 0, states);
        System.arraycopy(other.takerSellPerS, 0, takerSellPerS, 0, states);
    }

    /**
     * Makes every control admissible: offsets and rates clamped, nothing bought at the cap and nothing sold at its
     * opposite.
     *
     * @param limits admissible controls
     */
    public void admit(final ControlLimits limits) {
        for (int row = 0; row < grid.rows(); row++) {
            final boolean buys = row < grid.rows() - 1;
            final boolean sells = row > 0;
            for (int node = 0; node < grid.signalNodes(); node++) {
                final int s = grid.state(row, node);
                final boolean bids = buys && quotesBid(s);
                final boolean asks = sells && quotesAsk(s);
                bid(s, bids, bids ? limits.clampOffset(bidOffsetBps[s]) : limits.maxOffsetBps());
                ask(s, asks, asks ? limits.clampOffset(askOffsetBps[s]) : limits.maxOffsetBps());
                takerBuyPerS[s] = buys ? limits.clampRate(takerBuyPerS[s]) : 0;
                takerSellPerS[s] = sells ? limits.clampRate(takerSellPerS[s]) : 0;
            }
        }
    }

    /**
     * Whether a bid is quoted.
     *
     * @param state state
     * @return true when it is
     */
    public boolean quotesBid(final int state) {
        return (quotes[state] & BID) != 0;
    }

    /**
     * Whether an ask is quoted.
     *
     * @param state state
     * @return true when it is
     */
    public boolean quotesAsk(final int state) {
        return (quotes[state] & ASK) != 0;
    }

    /**
     * Offset of the bid.
     *
     * @param state state
     * @return bps below mid; the largest offset when not quoted
     */
    public double bidOffsetBps(final int state) {
        return bidOffsetBps[state];
    }

    /**
     * Offset of the ask.
     *
     * @param state state
     * @return bps above mid; the largest offset when not quoted
     */
    public double askOffsetBps(final int state) {
        return askOffsetBps[state];
    }

    /**
     * Rate of taker buys.
     *
     * @param state state
     * @return lots/s
     */
    public double takerBuyPerS(final int state) {
        return takerBuyPerS[state];
    }

    /**
     * Rate of taker sells.
     *
     * @param state state
     * @return lots/s
     */
    public double takerSellPerS(final int state) {
        return takerSellPerS[state];
    }
}
