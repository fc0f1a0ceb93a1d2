package io.halfspread.app.view;

import io.halfspread.codec.event.Side;

/**
 * A fill of ours that counted.
 *
 * @param ns            event time, ns
 * @param instrument    index
 * @param side          our side
 * @param px            price, USD
 * @param sz            size, base units
 * @param mid           mid price at that time, USD; NaN when there was none
 * @param fee           fee, USD; negative for a rebate
 * @param taker         whether we took
 * @param paramsVersion tuning parameters in force when its order was sent; 0 when not known
 */
public record FillPoint(
        long ns,
        int instrument,
        Side side,
        double px,
        double sz,
        double mid,
        double fee,
        boolean taker,
        long paramsVersion) {}
