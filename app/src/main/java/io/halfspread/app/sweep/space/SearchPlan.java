package io.halfspread.app.sweep.space;

import io.halfspread.app.console.Failure;

/**
 * How a space is searched.
 *
 * @param method the method
 * @param sets   most candidates, the default not counted, 1 to {@link #MOST_SETS}; a grid that has more is refused
 * @param seed   seed of all draws
 */
public record SearchPlan(SearchMethod method, int sets, long seed) {
    /** Most candidates of a sweep. */
    public static final int MOST_SETS = 100_000;

    /**
     * Checks the count.
     *
     * @param method the method
     * @param sets   most candidates
     * @param seed   seed of all draws
     * @throws Failure when the count is out of range
     */
    public SearchPlan {
        if (sets < 1 || sets > MOST_SETS) {
            throw Failure.badInput(sets + " sets cannot be tried; accepted: 1 to " + MOST_SETS);
        }
    }
}
