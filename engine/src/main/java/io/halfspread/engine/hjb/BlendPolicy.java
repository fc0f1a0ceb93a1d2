package io.halfspread.engine.hjb;

/**
 * The policy that is traded when the optimum is blended into the heuristic: offsets are mixed by weight, whether a side
 * quotes and takers come from the part with the larger weight (at one half from the heuristic).
 */
public final class BlendPolicy {
    private static final double FILLS_FOR_HALF_WEIGHT = 200;
    private static final long OLDEST_TABLE_NS = 60_000_000_000L;

    private BlendPolicy() {}

    /**
     * Writes the blend of two policies on grids of the same shape.
     *
     * @param heuristic the part of weight 1 - W
     * @param best      the part of weight W
     * @param weight    W, 0 to 1
     * @param out       gets the blend; neither of the parts
     */
    public static void write(final Policy heuristic, final Policy best, final double weight, final Policy out) {
        final Policy leading = weight > 0.5 ? best : heuristic;
        for (int s = 0; s < out.grid().states(); s++) {
            out.bid(s, leading.quotesBid(s), mix(heuristic.bidOffsetBps(s), best.bidOffsetBps(s), weight));
            out.ask(s, leading.quotesAsk(s), mix(heuristic.askOffsetBps(s), best.askOffsetBps(s), weight));
            out.takers(s, leading.takerBuyPerS(s), leading.takerSellPerS(s));
        }
    }

    /**
     * The weight that the optimum deserves: none when its table is old or its model refuted, more with every own fill that
     * the model was calibrated on.
     *
     * @param most       largest weight, 0 to 1
     * @param fills      own fills calibrated on
     * @param tableAgeNs age of the table, ns of event time
     * @param stale      whether the model is refuted, {@link ModelStaleness#stale()}
     * @return W
     */
    public static double weight(final double most, final long fills, final long tableAgeNs, final boolean stale) {
        return stale || tableAgeNs >= OLDEST_TABLE_NS ? 0 : most * fills / (fills + FILLS_FOR_HALF_WEIGHT);
    }

    private static double mix(final double heuristic, final double best, final double weight) {
        return (1 - weight) * heuristic + weight * best;
    }
}
