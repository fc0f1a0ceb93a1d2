package io.halfspread.engine.calibration;

/** The market at one block time. For one thread. */
final class MarketMoment {
    long venueNs = Long.MIN_VALUE;
    double mid;
    double halfSpreadBps;
    double signal;

    boolean isKnown() {
        return mid > 0;
    }

    void set(final long atVenueNs, final double newMid, final double newHalfSpreadBps, final double newSignal) {
        venueNs = atVenueNs;
        mid = newMid;
        halfSpreadBps = newHalfSpreadBps;
        signal = newSignal;
    }

    void copyFrom(final MarketMoment other) {
        set(other.venueNs, other.mid, other.halfSpreadBps, other.signal);
    }
}
