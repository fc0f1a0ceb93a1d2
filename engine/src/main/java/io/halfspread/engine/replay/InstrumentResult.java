package io.halfspread.engine.replay;

import io.halfspread.codec.event.QuoteReason;
import java.util.Map;

/**
 * What came of one instrument in a replay.
 *
 * @param coin      venue name
 * @param position  signed position at the end, base units, decimal8
 * @param pnlUsd    profit at the last mid, fees taken off, USD
 * @param fees      fees, USD, decimal8
 * @param volume    value traded, USD, decimal8
 * @param fills     fills counted
 * @param quotes    quotes placed or modified
 * @param decisions decisions recorded
 * @param reasons   times each reason was reported, both sides counted; only those that were
 */
public record InstrumentResult(
        String coin,
        long position,
        double pnlUsd,
        long fees,
        long volume,
        long fills,
        long quotes,
        long decisions,
        Map<QuoteReason, Long> reasons) {}
