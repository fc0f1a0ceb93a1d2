package io.halfspread.app.sweep.run;

/**
 * What one coin came to in one replay. Amounts are decimal8, in USD unless said otherwise.
 *
 * @param coin        venue name
 * @param profit      profit at the last mid, by where it came from
 * @param traffic     fills and orders
 * @param risk        what was held and how deep the profit fell
 * @param market      how long there was a market and where our orders stood in it
 * @param markout     what maker fills were worth 5 s later
 * @param blockProfit profit in each block of the capture's time; their sum is the profit
 */
public record CoinOutcome(
        String coin, Profit profit, Traffic traffic, Risk risk, Market market, Markout markout, long[] blockProfit) {
    /** Copies the blocks. */
    public CoinOutcome {
        blockProfit = blockProfit.clone();
    }

    /**
     * What a coin came to of which there was nothing.
     *
     * @param coin   venue name
     * @param blocks blocks of time
     * @return all zero
     */
    public static CoinOutcome none(final String coin, final int blocks) {
        return new CoinOutcome(
                coin,
                Profit.NONE,
                new Traffic(0, 0, 0, 0, 0),
                new Risk(0, 0, 0, 0, 0),
                new Market(0, 0, 0, 0, 0),
                new Markout(0, 0),
                new long[blocks]);
    }

    /**
     * Profit in each block of the capture's time.
     *
     * @return a copy, USD, decimal8
     */
    @Override
    public long[] blockProfit() {
        return blockProfit.clone();
    }

    /**
     * A profit and its parts: total = spread + inventory - fees + funding, to the last digit.
     *
     * @param spread    what trading away from the mid brought
     * @param inventory what holding the position brought
     * @param fees      fees paid, negative for rebates
     * @param funding   funding received
     */
    public record Profit(long spread, long inventory, long fees, long funding) {
        /** Nothing earned. */
        public static final Profit NONE = new Profit(0, 0, 0, 0);

        /**
         * The profit.
         *
         * @return sum of the parts
         */
        public long total() {
            return spread + inventory - fees + funding;
        }

        /**
         * Two profits together.
         *
         * @param more the other
         * @return part by part
         */
        public Profit plus(final Profit more) {
            return new Profit(
                    spread + more.spread, inventory + more.inventory, fees + more.fees, funding + more.funding);
        }
    }

    /**
     * Fills and orders.
     *
     * @param makerFills fills of resting orders
     * @param takerFills fills that crossed the market
     * @param volume     value traded
     * @param quotes     quotes placed or modified
     * @param commands   commands of any kind that would count against the venue's request budget
     */
    public record Traffic(long makerFills, long takerFills, long volume, long quotes, long commands) {}

    /**
     * What was held and how deep the profit fell.
     *
     * @param drawdown        deepest fall of the profit from its highest point so far
     * @param meanAbsPosition size of the position, mean over time, base units (a plain number)
     * @param meanAbsUsd      its value at the mid, mean over time, USD (a plain number)
     * @param position        position at the end, base units
     * @param mid             mid price at the end
     */
    public record Risk(long drawdown, double meanAbsPosition, double meanAbsUsd, long position, long mid) {}

    /**
     * How long there was a market and where our orders stood in it.
     *
     * @param ns       time with a two-sided market
     * @param bidNs    of it with our bid resting
     * @param askNs    of it with our ask resting
     * @param bidTouch of it with our bid at the best price or better
     * @param askTouch of it with our ask at the best price or better
     */
    public record Market(long ns, long bidNs, long askNs, long bidTouch, long askTouch) {
        /**
         * Share of the market's time at the best price, mean of both sides.
         *
         * @return 0 to 1; 0 without a market
         */
        public double touchShare() {
            return ns == 0 ? 0 : (bidTouch + askTouch) / (2.0 * ns);
        }
    }

    /**
     * What maker fills were worth 5 s later: the mid's move in our favour since the fill's price, bps, before fees.
     *
     * @param fills  fills that are old enough
     * @param sumBps sum over them
     */
    public record Markout(long fills, double sumBps) {
        /**
         * The mean.
         *
         * @return bps; not a number without fills
         */
        public double meanBps() {
            return fills == 0 ? Double.NaN : sumBps / fills;
        }
    }
}
