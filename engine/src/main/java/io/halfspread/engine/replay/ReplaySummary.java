package io.halfspread.engine.replay;

import io.halfspread.codec.event.QuoteReason;
import io.halfspread.engine.handler.QuotingHandler;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a replay computed.
 *
 * @param inputs               inputs of the engine
 * @param inputsByTemplate     inputs by template id
 * @param outputsByTemplate    outputs by template id
 * @param hash                 rolling hash over every input and output
 * @param elapsedNs            wall time
 * @param versions             parameter sets, in the order in which they came into force
 * @param instruments          results by instrument index
 * @param skippedAccountEvents recorded account events that the fill model replaced
 * @param skippedPolicyEvents  recorded models, tables and gap reports that belong to what was overridden
 * @param solves               solves of this replay's own
 * @param discardedSolves      those that gave no table
 * @param unappliedDrops       drops whose time did not come
 */
public record ReplaySummary(
        long inputs,
        long[] inputsByTemplate,
        long[] outputsByTemplate,
        long hash,
        long elapsedNs,
        List<ParamsVersion> versions,
        List<InstrumentResult> instruments,
        long skippedAccountEvents,
        long skippedPolicyEvents,
        long solves,
        long discardedSolves,
        int unappliedDrops) {
    static ReplaySummary of(final ReplayDriver driver, final QuotingHandler handler, final long elapsedNs) {
        final List<InstrumentResult> results = new ArrayList<>();
        for (int i = 0; i < handler.instruments(); i++) {
            results.add(new InstrumentResult(
                    handler.coin(i),
                    handler.position(i),
                    handler.pnlUsd(i),
                    handler.fees(i),
                    handler.volume(i),
                    handler.fills(i),
                    driver.outputTally().quotes(i),
                    handler.decisions(i),
                    reasons(handler, i)));
        }
        return new ReplaySummary(
                handler.inputs(),
                driver.published().tally().byTemplate(),
                driver.outputTally().byTemplate(),
                handler.hash(),
                elapsedNs,
                List.copyOf(driver.published().versions()),
                List.copyOf(results),
                driver.skippedAccountEvents(),
                driver.skippedPolicyEvents(),
                driver.solver() == null ? 0 : driver.solver().solves(),
                driver.solver() == null ? 0 : driver.solver().discarded(),
                driver.unappliedDrops());
    }

    private static Map<QuoteReason, Long> reasons(final QuotingHandler handler, final int instrument) {
        final Map<QuoteReason, Long> counts = new EnumMap<>(QuoteReason.class);
        for (final QuoteReason reason : QuoteReason.values()) {
            final long count = reason == QuoteReason.NULL_VAL ? 0 : handler.reasons(instrument, reason);
            if (count > 0) {
                counts.put(reason, count);
            }
        }
        return counts;
    }
}
