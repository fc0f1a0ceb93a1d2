package io.halfspread.engine.hjb;

/**
 * Follows what trading earns beside what the model predicts for the policy that is traded, in intervals of event time, and
 * says when the two no longer agree. Driven by book updates and own fills; allocates only when constructed. For one thread.
 */
public final class RewardWatch {
    /** Length of an interval, ns. */
    public static final long INTERVAL_NS = 10_000_000_000L;

    /** Intervals kept: an hour. */
    public static final int INTERVALS = 360;

    /** Intervals of a block: two minutes, longer than inventory takes to fall back. */
    public static final int BLOCK = 12;

    private static final double NS_PER_S = 1e9;

    private final RealisedReward reward = new RealisedReward();
    private final ModelStaleness staleness = new ModelStaleness(INTERVALS, BLOCK);
    private boolean started;
    private long beganNs;
    private long lastNs;
    private double predicted;

    /** A watch that has seen nothing. */
    public RewardWatch() {}

    /**
     * The book changed. The first call starts the watch; a position that fills do not explain starts it anew.
     *
     * @param midPrice      mid, USD
     * @param lots          position, lots
     * @param nowNs         event time, ns
     * @param model         model in force
     * @param predictedPerS what it says the policy traded earns in this state, lot bps/s; {@link RewardRates#at}
     */
    public void onMid(
            final double midPrice,
            final double lots,
            final long nowNs,
            final HjbModel model,
            final double predictedPerS) {
        if (!started || Math.abs(lots - reward.lots()) > 1e-6 * Math.max(1, Math.abs(lots))) {
            started = true;
            beganNs = nowNs;
            lastNs = nowNs;
            predicted = 0;
            reward.start(lots, midPrice, nowNs);
            return;
        }
        reward.mid(midPrice, nowNs, model);
        predicted += predictedPerS * ((nowNs - lastNs) / NS_PER_S);
        lastNs = nowNs;
        if (nowNs - beganNs >= INTERVAL_NS) {
            staleness.add(reward.take(), predicted);
            predicted = 0;
            beganNs = nowNs;
        }
    }

    /**
     * One of our orders filled; before the position passed to {@link #onMid} shows it.
     *
     * @param bought     whether we bought
     * @param price      price, USD
     * @param lotsFilled size, lots, above 0
     * @param feeBps     fee, bps of the price, negative for a rebate
     */
    public void onFill(final boolean bought, final double price, final double lotsFilled, final double feeBps) {
        if (started) {
            reward.fill(bought, price, lotsFilled, feeBps);
        }
    }

    /** Trading paused, or the policy changed its kind: starts anew, and what was seen is forgotten. */
    public void restart() {
        started = false;
        staleness.clear();
    }

    /**
     * The comparison.
     *
     * @return verdict and figures, lot bps an interval
     */
    public ModelStaleness staleness() {
        return staleness;
    }
}
