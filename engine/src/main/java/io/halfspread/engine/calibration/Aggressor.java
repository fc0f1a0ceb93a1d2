package io.halfspread.engine.calibration;

/**
 * Puts the prints of one aggressor order together again: those of one side and one block time. It is judged against the market as
 * it was before its block. For one thread.
 */
final class Aggressor {
    private boolean pending;
    private boolean buyer;
    private long venueNs;
    private double worstPx;
    private final MarketMoment before = new MarketMoment();

    boolean isPending() {
        return pending;
    }

    /** Whether a print belongs to the pending order. */
    boolean continues(final boolean printBuyer, final long printVenueNs) {
        return pending && buyer == printBuyer && venueNs == printVenueNs;
    }

    void begin(final boolean printBuyer, final long printVenueNs, final double px, final MarketMoment market) {
        pending = true;
        buyer = printBuyer;
        venueNs = printVenueNs;
        worstPx = px;
        before.copyFrom(market);
    }

    void add(final double px) {
        worstPx = buyer ? Math.max(worstPx, px) : Math.min(worstPx, px);
    }

    void end() {
        pending = false;
    }

    boolean buyer() {
        return buyer;
    }

    /** The market before it came. */
    MarketMoment before() {
        return before;
    }

    /** How far from the mid it reached, bps. */
    double depthBps() {
        return (buyer ? worstPx - before.mid : before.mid - worstPx) / before.mid * 1e4;
    }
}
