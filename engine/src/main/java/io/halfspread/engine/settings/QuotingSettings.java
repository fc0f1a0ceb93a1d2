package io.halfspread.engine.settings;

import io.halfspread.codec.event.QuoteSource;

/**
 * How one instrument is quoted, beside the tuning parameters. Prices and sizes are scaled by 1e8, rates by 1e12.
 *
 * @param quoteSource      where the control comes from
 * @param blendWeight      weight of the policy table in blend, 0 to 1
 * @param halfSpreadBps    half spread h of the law, bps, above 0
 * @param maxBpsDiff       price change in bps above which a side is quoted again
 * @param imbalanceDepth   levels a side that enter the imbalance, 1 to 20
 * @param sizesInUsd       whether orderSize and maxPosition are USD (turned into lots at the first mid)
 * @param orderSize        size quoted a side, decimal8
 * @param maxPosition      position limit, decimal8
 * @param minNotional      smallest order value the venue takes, USD, decimal8
 * @param takerEnabled     whether urgency may send taker orders
 * @param takerMaxRate     cap of the taker rate, order sizes per second
 * @param takerSlippageBps how far beyond the touch a taker order may trade, bps
 * @param makerFeeRate     fee on maker fills that carry none, ratio12, negative is a rebate
 * @param takerFeeRate     fee on taker fills that carry none, ratio12
 */
public record QuotingSettings(
        QuoteSource quoteSource,
        double blendWeight,
        double halfSpreadBps,
        double maxBpsDiff,
        int imbalanceDepth,
        boolean sizesInUsd,
        long orderSize,
        long maxPosition,
        long minNotional,
        boolean takerEnabled,
        double takerMaxRate,
        double takerSlippageBps,
        long makerFeeRate,
        long takerFeeRate) {
    /**
     * The same settings with the control from elsewhere.
     *
     * @param source where the control comes from
     * @return the settings
     */
    public QuotingSettings with(final QuoteSource source) {
        return with(source, blendWeight, halfSpreadBps, imbalanceDepth, orderSize);
    }

    /**
     * The same settings with another shape of the quotes.
     *
     * @param source where the control comes from
     * @param weight weight of the policy table in blend, 0 to 1
     * @param bps    half spread h of the law, bps, above 0
     * @param depth  levels a side that enter the imbalance, 1 to 20
     * @param size   size quoted a side, decimal8, in the unit of the other sizes
     * @return the settings
     */
    public QuotingSettings with(
            final QuoteSource source, final double weight, final double bps, final int depth, final long size) {
        return new QuotingSettings(
                source,
                weight,
                bps,
                maxBpsDiff,
                depth,
                sizesInUsd,
                size,
                maxPosition,
                minNotional,
                takerEnabled,
                takerMaxRate,
                takerSlippageBps,
                makerFeeRate,
                takerFeeRate);
    }
}
