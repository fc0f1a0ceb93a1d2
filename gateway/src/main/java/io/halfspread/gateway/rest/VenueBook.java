package io.halfspread.gateway.rest;

import java.util.List;

/**
 * Displayed book of one coin.
 *
 * @param venueNs block time, ns since the epoch
 * @param bids    levels, best first
 * @param asks    levels, best first
 */
public record VenueBook(long venueNs, List<Level> bids, List<Level> asks) {
    /** Copies the lists. */
    public VenueBook {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    /**
     * One level.
     *
     * @param px price, decimal8
     * @param sz total size, decimal8
     */
    public record Level(long px, long sz) {}
}
