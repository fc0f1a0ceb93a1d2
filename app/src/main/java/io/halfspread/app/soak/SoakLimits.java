package io.halfspread.app.soak;

/**
 * What a session may do at most, as it is configured.
 *
 * @param maxPosition   largest position, decimal8
 * @param orderSize     size of a quote, decimal8
 * @param staleNs       age of data at which quotes are pulled
 * @param reviewNs      time between two comparisons with the venue
 * @param killNs        time by which nothing stands after a kill, the dead man's horizon
 */
record SoakLimits(long maxPosition, long orderSize, long staleNs, long reviewNs, long killNs) {
    /** Largest position that may come of what is in flight: a quote and the one that replaces it. */
    long admitted() {
        return maxPosition + 2 * orderSize;
    }
}
