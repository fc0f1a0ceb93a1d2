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

    /** The name as commands take it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
