package io.halfspread.sim;

/**
 * Best bid and offer; the venue publishes it again when any of these changed.
 *
 * @param bidPx     best bid, scaled by 1e8
 * @param bidLots   size at the best bid
 * @param bidOrders orders at the best bid
 * @param askPx     best ask, scaled by 1e8
 * @param askLots   size at the best ask
 * @param askOrders orders at the best ask
 */
record Touch(long bidPx, long bidLots, int bidOrders, long askPx, long askLots, int askOrders) {
    static Touch of(final MakerBook book) {
        final Level bid = book.bids().firstEntry().getValue();
        final Level ask = book.asks().firstEntry().getValue();
        return new Touch(
                book.bids().firstKey(), bid.lots(), bid.orders(), book.asks().firstKey(), ask.lots(), ask.orders());
    }
}
