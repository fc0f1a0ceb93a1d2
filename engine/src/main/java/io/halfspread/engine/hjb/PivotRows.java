package io.halfspread.engine.hjb;

/**
 * Four finished rows of the elimination, laid out so that one pass over a later row applies all four. Each entry of that row
 * gets its four fused multiply-adds in the order of the pivots, so the bits are those of four single passes. All arrays
 * share one column index: the compiler then sees that nothing overlaps and uses vector instructions.
 */
final class PivotRows {
    private static final int BLOCK = 8;
    private static final int WIDEST_VECTOR = 8;

    private final int firstColumn;
    private final int width;
    private final double[] u0;
    private final double[] u1;
    private final double[] u2;
    private final double[] u3;
    private final double[] reciprocals = new double[4];

    /**
     * Creates the rows.
     *
     * @param firstColumn column of the first pivot, from the first column of the block
     * @param width       entries right of the four pivots
     */
    PivotRows(final int firstColumn, final int width) {
        this.firstColumn = firstColumn;
        this.width = width;
        final int room = BLOCK + width + WIDEST_VECTOR;
        u0 = new double[room];
        u1 = new double[room];
        u2 = new double[room];
        u3 = new double[room];
    }

    /**
     * Finishes the rows themselves: each is taken from the matrix, the ones before it are applied, and it is put back.
     *
     * @param a          matrix
     * @param at         index of the first pivot
     * @param stride     index distance of two rows in one column
     * @param reciprocal gets one over each pivot
     * @param pivot      number of the first pivot
     * @param first      first right-hand side
     * @param second     second right-hand side
     */
    void finish(
            final double[] a,
            final int at,
            final int stride,
            final double[] reciprocal,
            final int pivot,
            final double[] first,
            final double[] second) {
        System.arraycopy(a, at, u0, firstColumn, 4 + width);
        System.arraycopy(a, at + stride, u1, firstColumn, 4 + width);
        System.arraycopy(a, at + 2 * stride, u2, firstColumn, 4 + width);
        System.arraycopy(a, at + 3 * stride, u3, firstColumn, 4 + width);
        reciprocals[0] = 1 / u0[firstColumn];
        subtract(u1, u0, 0, pivot, 1, first, second);
        subtract(u2, u0, 0, pivot, 2, first, second);
        subtract(u3, u0, 0, pivot, 3, first, second);
        reciprocals[1] = 1 / u1[firstColumn + 1];
        subtract(u2, u1, 1, pivot, 2, first, second);
        subtract(u3, u1, 1, pivot, 3, first, second);
        reciprocals[2] = 1 / u2[firstColumn + 2];
        subtract(u3, u2, 2, pivot, 3, first, second);
        reciprocals[3] = 1 / u3[firstColumn + 3];
        System.arraycopy(u1, firstColumn, a, at + stride, 4 + width);
        System.arraycopy(u2, firstColumn, a, at + 2 * stride, 4 + width);
        System.arraycopy(u3, firstColumn, a, at + 3 * stride, 4 + width);
        System.arraycopy(reciprocals, 0, reciprocal, pivot, 4);
    }

    /**
     * One of the rows, its first entry in the first column of the block; behind its last entry lie zeros enough for a vector.
     *
     * @param number 0 to 3
     * @return the row itself
     */
    double[] row(final int number) {
        return switch (number) {
            case 0 -> u0;
            case 1 -> u1;
            case 2 -> u2;
            default -> u3;
        };
    }

    /**
     * One over a pivot.
     *
     * @param number 0 to 3
     * @return the reciprocal
     */
    double reciprocal(final int number) {
        return reciprocals[number];
    }

    /**
     * Where the rows end.
     *
     * @return index after the last entry that may differ from 0
     */
    int end() {
        return firstColumn + 4 + width;
    }

    private void subtract(
            final double[] row,
            final double[] pivotRow,
            final int done,
            final int pivot,
            final int target,
            final double[] first,
            final double[] second) {
        final int column = firstColumn + done;
        final double minus = -(row[column] * reciprocals[done]);
        row[column] = -minus;
        first[pivot + target] = Math.fma(minus, first[pivot + done], first[pivot + target]);
        second[pivot + target] = Math.fma(minus, second[pivot + done], second[pivot + target]);
        for (int t = column + 1; t < firstColumn + 4 + width; t++) {
            row[t] = Math.fma(minus, pivotRow[t], row[t]);
        }
    }

    /**
     * Applies the rows to a later one, which keeps its multipliers in the columns of the pivots.
     *
     * @param row    entries from the block's first column on
     * @param number number of that row
     * @param pivot  number of the first pivot
     * @param first  first right-hand side
     * @param second second right-hand side
     */
    void eliminate(final double[] row, final int number, final int pivot, final double[] first, final double[] second) {
        final int c = firstColumn;
        final double m0 = -(row[c] * reciprocals[0]);
        final double m1 = -(Math.fma(m0, u0[c + 1], row[c + 1]) * reciprocals[1]);
        final double m2 = -(Math.fma(m1, u1[c + 2], Math.fma(m0, u0[c + 2], row[c + 2])) * reciprocals[2]);
        final double m3 = -(Math.fma(m2, u2[c + 3], Math.fma(m1, u1[c + 3], Math.fma(m0, u0[c + 3], row[c + 3])))
                * reciprocals[3]);
        row[c] = -m0;
        row[c + 1] = -m1;
        row[c + 2] = -m2;
        row[c + 3] = -m3;
        first[number] = combined(m0, m1, m2, m3, first, pivot, first[number]);
        second[number] = combined(m0, m1, m2, m3, second, pivot, second[number]);
        update(row, u0, u1, u2, u3, m0, m1, m2, m3, c + 4, c + 4 + width);
    }

    private static double combined(
            final double m0,
            final double m1,
            final double m2,
            final double m3,
            final double[] side,
            final int pivot,
            final double start) {
        return Math.fma(
                m3,
                side[pivot + 3],
                Math.fma(m2, side[pivot + 2], Math.fma(m1, side[pivot + 1], Math.fma(m0, side[pivot], start))));
    }

    private static void update(
            final double[] row,
            final double[] u0,
            final double[] u1,
            final double[] u2,
            final double[] u3,
            final double m0,
            final double m1,
            final double m2,
            final double m3,
            final int from,
            final int to) {
        for (int t = from; t < to; t++) {
            row[t] = Math.fma(m3, u3[t], Math.fma(m2, u2[t], Math.fma(m1, u1[t], Math.fma(m0, u0[t], row[t]))));
        }
    }
}
