package io.halfspread.app.whatif;

import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.replay.ReplayRequest;
import java.math.BigDecimal;
import java.util.List;

/**
 * A question as a person asked it.
 *
 * @param unchanged input, wiring, coins and delays, nothing changed
 * @param changed   the same with the change; equal to the other when there is none
 * @param model     who answers orders that no record answers; null for both rules of the queue
 * @param addedMs   delays to add to commands for the curve, ms, in order; empty for no curve
 */
public record WhatIfRequest(
        ReplayRequest unchanged, ReplayRequest changed, FillChoice model, List<BigDecimal> addedMs) {
    /** Keeps the list as it is. */
    public WhatIfRequest {
        addedMs = List.copyOf(addedMs);
    }

    /**
     * Whether anything is to be otherwise.
     *
     * @return false when both sides are the same
     */
    public boolean hasChange() {
        return changed.params() != null
                || changed.quoteSource() != null
                || !changed.drops().isEmpty();
    }

    /**
     * Models under which both sides are run: of the queue both rules, so that the truth lies between them.
     *
     * @return pessimistic first
     */
    public List<FillChoice> models() {
        return model == null || model == FillChoice.QUEUE
                ? List.of(FillChoice.QUEUE, FillChoice.QUEUE_OPTIMISTIC)
                : List.of(model);
    }
}
