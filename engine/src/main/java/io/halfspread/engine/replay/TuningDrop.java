package io.halfspread.engine.replay;

import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningSource;
import java.util.Map;

/**
 * An overlay that a replay applies at a moment: what it states changes, the rest stays.
 *
 * @param at       nanoseconds: since the first event below {@link #ABSOLUTE_FROM_NS}, since the epoch from there on
 * @param source   where it came from
 * @param stated   values stated, each accepted
 */
public record TuningDrop(long at, TuningSource source, Map<TuningParam, Double> stated) {
    /** Moments from here on (January 1970 plus eleven days) are times, below it they are distances. */
    public static final long ABSOLUTE_FROM_NS = 1_000_000_000_000_000L;

    /**
     * Event time of the moment.
     *
     * @param firstNs event time of the first event
     * @return ns since the epoch
     */
    public long eventNs(final long firstNs) {
        return at >= ABSOLUTE_FROM_NS ? at : firstNs + at;
    }
}
