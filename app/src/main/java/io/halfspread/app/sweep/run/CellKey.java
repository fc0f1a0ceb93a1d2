package io.halfspread.app.sweep.run;

import java.util.Comparator;

/**
 * What tells a cell from all others of its sweep; in the order in which outcomes are listed.
 *
 * @param candidate index of the candidate
 * @param capture   index of the capture
 * @param share     part of the capture's time
 */
public record CellKey(long candidate, int capture, double share) implements Comparable<CellKey> {
    private static final Comparator<CellKey> ORDER = Comparator.comparingLong(CellKey::candidate)
            .thenComparingInt(CellKey::capture)
            .thenComparingDouble(CellKey::share);

    @Override
    public int compareTo(final CellKey other) {
        return ORDER.compare(this, other);
    }
}
