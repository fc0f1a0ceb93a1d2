package io.halfspread.app.soak;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.engine.settings.QuotingSettings;
import java.util.concurrent.TimeUnit;

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
    private static final long HORIZON_NS = TimeUnit.SECONDS.toNanos(30);

    /** Limits of the first instrument of a simulated session. */
    static SoakLimits of(final HalfspreadConfig config) {
        final QuotingSettings quoting = config.session(SessionKind.SIMULATED, config.assets())
                .instruments()
                .get(0)
                .quoting();
        return new SoakLimits(
                quoting.maxPosition(),
                quoting.orderSize(),
                TimeUnit.MILLISECONDS.toNanos(config.integer(ConfigOption.RISK_STALE_AFTER)),
                TimeUnit.MILLISECONDS.toNanos(config.integer(ConfigOption.ACCOUNT_REVIEW)),
                HORIZON_NS);
    }

    /** Largest position that may come of what is in flight: a quote and the one that replaces it. */
    long admitted() {
        return maxPosition + 2 * orderSize;
    }
}
