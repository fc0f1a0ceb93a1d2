package io.halfspread.engine.quote;

import io.halfspread.codec.contract.HotPath;

/** Offsets and taker rates, u = (delta^b, delta^a, nu^b, nu^a); reused for every decision. Engine thread only. */
@HotPath
public final class ControlVector {
    private double bidOffsetBps;
    private double askOffsetBps;
    private double takerBuyRate;
    private double takerSellRate;
    private boolean quotesBid = true;
    private boolean quotesAsk = true;

    void set(final double bidBps, final double askBps, final double buyRate, final double sellRate) {
        quotesBid = true;
        quotesAsk = true;
        bidOffsetBps = bidBps;
        askOffsetBps = askBps;
        takerBuyRate = buyRate;
        takerSellRate = sellRate;
    }

    /**
     * Sets offsets and which sides are quoted.
     *
     * @param bids   whether a bid is quoted
     * @param bidBps its offset, bps
     * @param asks   whether an ask is quoted
     * @param askBps its offset, bps
     */
    public void quotes(final boolean bids, final double bidBps, final boolean asks, final double askBps) {
        quotesBid = bids;
        quotesAsk = asks;
        bidOffsetBps = bidBps;
        askOffsetBps = askBps;
    }

    /**
     * Sets the taker rates.
     *
     * @param buyRate  taker buys, order sizes per second
     * @param sellRate taker sells, order sizes per second
     */
    public void takers(final double buyRate, final double sellRate) {
        takerBuyRate = buyRate;
        takerSellRate = sellRate;
    }

    /**
     * Whether a bid is quoted.
     *
     * @return true unless a policy table does not want one
     */
    public boolean quotesBid() {
        return quotesBid;
    }

    /**
     * Whether an ask is quoted.
     *
     * @return true unless a policy table does not want one
     */
    public boolean quotesAsk() {
        return quotesAsk;
    }

    /**
     * Distance of the bid below mid.
     *
     * @return delta^b, bps
     */
    public double bidOffsetBps() {
        return bidOffsetBps;
    }

    /**
     * Distance of the ask above mid.
     *
     * @return delta^a, bps
     */
    public double askOffsetBps() {
        return askOffsetBps;
    }

    /**
     * Speed of taker buys.
     *
     * @return nu^b, order sizes per second, uncapped
     */
    public double takerBuyRate() {
        return takerBuyRate;
    }

    /**
     * Speed of taker sells.
     *
     * @return nu^a, order sizes per second, uncapped
     */
    public double takerSellRate() {
        return takerSellRate;
    }
}
