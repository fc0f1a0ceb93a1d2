package io.halfspread.engine.quote;

import io.halfspread.codec.contract.HotPath;

/** Offsets and taker rates, u = (delta^b, delta^a, nu^b, nu^a); reused for every decision. Engine thread only. */
@HotPath
public final class ControlVector {
    private double bidOffsetBps;
    private double askOffsetBps;
    private double takerBuyRate;
    private double takerSellRate;

    void set(final double bidBps, final double askBps, final double buyRate, final double sellRate) {
        bidOffsetBps = bidBps;
        askOffsetBps = askBps;
        takerBuyRate = buyRate;
        takerSellRate = sellRate;
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
