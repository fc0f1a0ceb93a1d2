package io.halfspread.app.metrics;

import io.halfspread.app.view.Gauges;
import io.halfspread.app.view.SessionView;

/**
 * What one scrape reads.
 *
 * @param labels what never changes
 * @param view   the session as it stands
 * @param gauges what its events do not tell
 */
record Scrape(SessionLabels labels, SessionView view, Gauges gauges) {
    int coins() {
        return view.engine().instruments();
    }

    String coin(final int instrument) {
        return view.engine().coin(instrument);
    }

    /** Seconds since a time of the session's clock. */
    double age(final long ns) {
        return Math.max(0, gauges.nowNs() - ns) / 1e9;
    }
}
