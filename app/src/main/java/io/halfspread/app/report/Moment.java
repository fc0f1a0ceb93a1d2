package io.halfspread.app.report;

/**
 * A moment of a session: after so many events of the market, at that time.
 *
 * @param events market events until then; the same in every session on the same recorded market
 * @param ns     event time, ns since the epoch
 */
record Moment(long events, long ns) {
    /** Whether it comes before another; among sessions on one recorded market the events decide, else the time. */
    boolean isBefore(final Moment other, final boolean sameMarket) {
        return sameMarket ? events < other.events : ns < other.ns;
    }
}
