package io.halfspread.fuzz;

/** Writes what a target did down, so that two ways of doing it can be compared. */
public final class Digest {
    private final StringBuilder lines = new StringBuilder();

    /** Adds a line of fields. */
    public boolean add(final Object... fields) {
        for (final Object field : fields) {
            lines.append(field).append(' ');
        }
        lines.append('\n');
        return true;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
