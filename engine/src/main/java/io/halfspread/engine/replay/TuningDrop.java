package io.halfspread.engine.replay;

import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningSource;
import java.util.Map;

/**
 * An overlay that a replay applies at a moment: what it states changes, the rest stays.
 *
 * @param at       nanoseconds
 * @param absolute whether they count from the epoch; otherwise from the first event
 * @param source   where it came from
 * @param stated   values stated, each accepted
 */
public record TuningDrop(long at, boolean absolute, TuningSource source, Map<TuningParam, Double> stated) {
    /**
     * Event time of the moment.
     *
     * @param firstNs event time of the first event
     * @return ns since the epoch, never before the first event
     */
    public long eventNs(final long firstNs) {
        return absolute ? Math.max(at, firstNs) : firstNs + at;
    }
}
