package io.halfspread.app.view;

/**
 * One instrument at one moment, for charts. Prices, amounts and positions are NaN when there is none.
 *
 * @param ns        event time, ns
 * @param bid       best bid, USD
 * @param ask       best ask, USD
 * @param ourBid    our bid, USD
 * @param ourAsk    our ask, USD
 * @param position  signed position, base units
 * @param spread    spread earned so far, USD
 * @param inventory inventory profit so far, USD
 * @param fees      fees paid so far, USD
 * @param funding   funding received so far, USD
 */
public record SeriesPoint(
        long ns,
        double bid,
        double ask,
        double ourBid,
        double ourAsk,
        double position,
        double spread,
        double inventory,
        double fees,
        double funding) {}
