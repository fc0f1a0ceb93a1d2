package io.halfspread.engine.tuning;

import java.util.Set;

/**
 * An accepted set, as its event says it. Cold.
 *
 * @param version version from 1
 * @param source  where it came from
 * @param values  every value in force from here on
 * @param stated  parameters that the source states; the others are kept or defaulted
 */
public record TuningUpdate(long version, TuningSource source, TuningValues values, Set<TuningParam> stated) {
    /**
     * Version 1 of a session without any file: the built-in defaults.
     *
     * @return the update
     */
    public static TuningUpdate defaults() {
        return new TuningUpdate(1, TuningSource.defaults(), TuningValues.defaults(), Set.of());
    }
}
