package io.halfspread.sim.exchange;

/** What became of one element of a batch; immutable. */
public sealed interface ElementStatus {
    /**
     * An order rests, perhaps after a partial fill.
     *
     * @param oid   venue order id
     * @param cloid client order id or null
     */
    record Resting(long oid, String cloid) implements ElementStatus {}

    /**
     * An order was filled at once and does not rest; an IOC order perhaps in part.
     *
     * @param totalSz filled size, decimal8
     * @param avgPx   average price, decimal8, rounded half to even
     * @param oid     venue order id
     * @param cloid   client order id or null
     */
    record Filled(long totalSz, long avgPx, long oid, String cloid) implements ElementStatus {}

    /**
     * A cancel that worked.
     */
    record Success() implements ElementStatus {}

    /**
     * A refusal.
     *
     * @param text the venue's words
     */
    record Error(String text) implements ElementStatus {}
}
