package io.halfspread.app.sweep.table;

import java.util.ArrayList;
import java.util.List;

/** Typed rows under named columns. For one thread. */
public final class ResultTable {
    private final List<Column> columns;
    private final List<Object[]> rows = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param columns its columns in order
     */
    public ResultTable(final List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * Adds a row.
     *
     * @param cells one a column, of the column's type or null
     * @throws IllegalArgumentException when they are not
     */
    public void add(final Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        for (int i = 0; i < cells.length; i++) {
            if (!fits(cells[i], columns.get(i).type())) {
                throw new IllegalArgumentException(columns.get(i) + " does not take " + cells[i]);
            }
        }
        rows.add(cells.clone());
    }

    private static boolean fits(final Object cell, final Column.Type type) {
        return cell == null
                || switch (type) {
                    case TEXT -> cell instanceof String;
                    case WHOLE, DECIMAL8 -> cell instanceof Long;
                    case REAL -> cell instanceof Double real && Double.isFinite(real);
                };
    }

    /**
     * The columns.
     *
     * @return in order
     */
    public List<Column> columns() {
        return columns;
    }

    /**
     * How many rows there are.
     *
     * @return count
     */
    public int size() {
        return rows.size();
    }

    /**
     * A cell.
     *
     * @param row    from 0
     * @param column from 0
     * @return of the column's type, or null
     */
    public Object cell(final int row, final int column) {
        return rows.get(row)[column];
    }
}
