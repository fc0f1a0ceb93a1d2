package io.halfspread.engine.book;

import io.halfspread.codec.contract.HotPath;

/** The newest event of one book stream: plain l2Book, fast l2Book or bbo. */
@HotPath
final class BookStream {
    final BookLevels bids = new BookLevels();
    final BookLevels asks = new BookLevels();
    private final int fullDepth;
    private long venueNs = Long.MIN_VALUE;
    private long arrival = -1;

    /** @param fullDepth levels a side at which a snapshot may have cut deeper ones off; below it the side is complete */
    BookStream(final int fullDepth) {
        this.fullDepth = fullDepth;
    }

    long venueNs() {
        return venueNs;
    }

    void begin(final long eventVenueNs, final long eventArrival) {
        venueNs = eventVenueNs;
        arrival = eventArrival;
        bids.clear();
        asks.clear();
    }

    boolean complete(final BookLevels levels) {
        return levels.depth() < fullDepth;
    }

    boolean isEmpty() {
        return arrival < 0;
    }

    /** Order in which streams are merged: venue time, then ring order. */
    boolean isBefore(final BookStream other) {
        return venueNs < other.venueNs || venueNs == other.venueNs && arrival < other.arrival;
    }
}
