package io.halfspread.venue;

/** One order of a round trip, as the events tell of it. */
final class TripOrder {
    /** Where it is. */
    enum State {
        PENDING,
        OPEN,
        ENDED,
        REFUSED
    }

    final long cloid;
    final boolean takes;
    final TripOrder target;
    State state = State.PENDING;
    boolean unwanted;
    boolean cancelPending;
    boolean suspect;
    boolean unresolved;
    long filled;

    TripOrder(final long cloid, final boolean takes, final TripOrder target) {
        this.cloid = cloid;
        this.takes = takes;
        this.target = target;
    }

    boolean isOver() {
        return state == State.ENDED || state == State.REFUSED;
    }

    @Override
    public String toString() {
        return cloid + " " + state + (unresolved ? " unresolved" : "") + (cancelPending ? " cancel pending" : "")
                + (unwanted ? " unwanted" : "") + " filled " + filled
                + (target == null ? "" : " for " + target.cloid);
    }
}
