package io.halfspread.app.soak;

import io.halfspread.app.live.LiveSession;

/** What a session believes, as far as it is compared with the venue. For one instrument, by the thread that steps the session. */
interface SessionFacts {
    /** Position, base units, decimal8. */
    long position();

    /** Whether the session knows an order that has not ended, by the low half of its client order id. */
    boolean isLive(long cloidLow);

    /** Comparisons with the venue that it has made. */
    long resyncs();

    /** Whether its engine has taken all that it was given. */
    boolean isDrained();

    /** Orders that have not ended. */
    int liveOrders();

    /** Fills counted. */
    long fills();

    /** Money paid and received for what it traded, fees taken off, without the worth of the position; USD. */
    double paidUsd();

    /** The facts of a session. */
    static SessionFacts of(final LiveSession session) {
        return new SessionFacts() {
            private static final double SCALE = 1e8;

            @Override
            public long position() {
                return session.engine().position(0);
            }

            @Override
            public boolean isLive(final long cloidLow) {
                return session.engine().isLive(cloidLow);
            }

            @Override
            public long resyncs() {
                return session.signs().resyncs();
            }

            @Override
            public boolean isDrained() {
                return session.isDrained();
            }

            @Override
            public int liveOrders() {
                return session.engine().liveOrders();
            }

            @Override
            public long fills() {
                return session.engine().fills(0);
            }

            @Override
            public double paidUsd() {
                return session.engine().pnlUsd(0)
                        - position() / SCALE * session.engine().mid(0);
            }
        };
    }
}
