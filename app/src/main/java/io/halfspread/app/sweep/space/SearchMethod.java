package io.halfspread.app.sweep.space;

import java.util.Locale;

/** How candidates are chosen. */
public enum SearchMethod {
    /** Every combination of the dimensions' steps. */
    GRID,
    /** Independent uniform draws. */
    RANDOM,
    /** A scrambled Sobol sequence: draws that fill the space evenly. */
    SOBOL,
    /** Successive halving: Sobol draws on a part of the time, the best third on three times as much, and so on. */
    HALVING,
    /** CMA-ES: generations of draws around a mean that follows the better half of each. */
    CMAES;

    /**
     * Whether later candidates are chosen by the results of earlier ones. What such a search finds was fitted to the data, so
     * that tests on the same data are too kind.
     *
     * @return false for draws that look at no result
     */
    public boolean steered() {
        return this == HALVING || this == CMAES;
    }

    /** The name as commands take it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
