package io.halfspread.engine.hjb;

/**
 * What trading earned, in the units and by the rules of the model, so that the two can be compared: spread captured less fees, mid
 * moves on the inventory, less funding and the running penalty. For one thread.
 */
public final class RealisedReward {
    private static final double BPS = 1e4;
    private static final double NS_PER_S = 1e9;

    private double lots;
    private double mid;
    private long atNs;
    private double sum;

    /** Nothing earned; {@link #start} comes before anything else. */
    public RealisedReward() {}

    /**
     * Starts from a position.
     *
     * @param lotsHeld position, lots
     * @param midPrice mid, USD
     * @param nowNs    time, ns
     */
    public void start(final double lotsHeld, final double midPrice, final long nowNs) {
        lots = lotsHeld;
        mid = midPrice;
        atNs = nowNs;
        sum = 0;
    }

    /**
     * The mid moved, or time went by.
     *
     * @param midPrice mid, USD
     * @param nowNs    time, ns
     * @param model    whose penalty and funding are charged
     */
    public void mid(final double midPrice, final long nowNs, final HjbModel model) {
        final double seconds = (nowNs - atNs) / NS_PER_S;
        final double carry =
                model.costs().fundingBpsPerS() * lots + model.objective().inventoryPenalty() * lots * lots;
        sum += lots * (midPrice / mid - 1) * BPS - carry * seconds;
        mid = midPrice;
        atNs = nowNs;
    }

    /**
     * One of our orders filled.
     *
     * @param bought     whether we bought
     * @param price      price, USD
     * @param lotsFilled size, lots, above 0
     * @param feeBps     fee, bps of the price, negative for a rebate
     */
    public void fill(final boolean bought, final double price, final double lotsFilled, final double feeBps) {
        final double better = bought ? mid - price : price - mid;
        sum += lotsFilled * (better / mid * BPS - feeBps);
        lots += bought ? lotsFilled : -lotsFilled;
    }

    /**
     * Position now.
     *
     * @return lots
     */
    public double lots() {
        return lots;
    }

    /**
     * What was earned since the last call, and starts anew.
     *
     * @return lot bps
     */
    public double take() {
        final double taken = sum;
        sum = 0;
        return taken;
    }
}
