package io.halfspread.app.report;

/**
 * What a coin wants.
 *
 * @param sequence event that the decision answers
 * @param eventNs  its time
 * @param bidPx    wanted bid, the null value when none
 * @param bidSz    its size
 * @param askPx    wanted ask, the null value when none
 * @param askSz    its size
 */
public record WantedQuotes(long sequence, long eventNs, long bidPx, long bidSz, long askPx, long askSz) {
    boolean sameQuotes(final WantedQuotes other) {
        return bidPx == other.bidPx && bidSz == other.bidSz && askPx == other.askPx && askSz == other.askSz;
    }
}
