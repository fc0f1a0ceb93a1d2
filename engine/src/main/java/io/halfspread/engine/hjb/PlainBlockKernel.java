package io.halfspread.engine.hjb;

/**
 * The work as Java has it: each row is copied to where all arrays share one column index, so that the compiler sees that
 * nothing overlaps and makes vector instructions of the loops. For one thread.
 */
final class PlainBlockKernel implements BlockKernel {
    private static final int BLOCK = 8;

    private final double[] row;

    /**
     * Creates the kernel.
     *
     * @param half half-bandwidth
     */
    PlainBlockKernel(final int half) {
        row = new double[half + BLOCK];
    }

    @Override
    public void eliminate(
            final double[] a,
            final int at,
            final int stride,
            final int rows,
            final PivotRows leading,
            final PivotRows trailing,
            final int pivot,
            final double[] first,
            final double[] second) {
        for (int i = 0; i < rows; i++) {
            final int start = at + i * stride;
            System.arraycopy(a, start, row, 0, row.length);
            leading.eliminate(row, pivot + BLOCK + i, pivot, first, second);
            trailing.eliminate(row, pivot + BLOCK + i, pivot + BLOCK / 2, first, second);
            System.arraycopy(row, 0, a, start, row.length);
        }
    }

    @Override
    public String name() {
        return "plain";
    }
}
