package io.halfspread.app.sweep.table;

/**
 * A column of a table. A cell may be null where nothing is known.
 *
 * @param name its name, lower case
 * @param type what its cells are
 */
public record Column(String name, Type type) {
    /** What cells are. */
    public enum Type {
        /** A String. */
        TEXT,
        /** A Long. */
        WHOLE,
        /** A finite Double. */
        REAL,
        /** A Long scaled by 1e8: an exact decimal of eight places. */
        DECIMAL8
    }
}
