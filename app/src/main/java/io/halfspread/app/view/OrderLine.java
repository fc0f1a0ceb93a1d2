package io.halfspread.app.view;

import io.halfspread.codec.event.Side;

/**
 * An order of ours whose end the engine does not know yet.
 *
 * @param cloidLow      low half of its id
 * @param instrument    index
 * @param side          side
 * @param taker         whether it takes
 * @param px            limit price, USD
 * @param sz            size as sent, base units
 * @param sentNs        event time at which it was sent, ns
 * @param paramsVersion tuning parameters in force then
 */
public record OrderLine(
        long cloidLow,
        int instrument,
        Side side,
        boolean taker,
        double px,
        double sz,
        long sentNs,
        long paramsVersion) {}
