package io.halfspread.app.sweep.run;

import io.halfspread.app.sweep.space.Candidate;

/**
 * One replay of a sweep.
 *
 * @param candidate what is tried
 * @param capture   index of the capture in the sweep's list
 * @param share     leading part of the capture's time that is replayed, above 0; 1 for all of it
 */
public record Cell(Candidate candidate, int capture, double share) {
    /** Checks that the share is one. */
    public Cell {
        if (!(share > 0 && share <= 1) || capture < 0) {
            throw new IllegalArgumentException("no cell: capture " + capture + ", share " + share);
        }
    }

    /**
     * What tells it from all other cells of its sweep.
     *
     * @return the key
     */
    public CellKey key() {
        return new CellKey(candidate.index(), capture, share);
    }
}
