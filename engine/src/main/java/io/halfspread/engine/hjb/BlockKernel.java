package io.halfspread.engine.hjb;

/**
 * The innermost work of the elimination: eight finished rows applied to all rows below them that they reach. Every
 * implementation gives the same bits: each entry gets eight fused multiply-adds in the order of the pivots, and no entry of a
 * row depends on another but through the multipliers, which are computed alike.
 */
interface BlockKernel {
    /**
     * Eliminates.
     *
     * @param a        matrix
     * @param at       index of the first row below, in the column of the first pivot
     * @param stride   index distance of two rows in one column
     * @param rows     how many rows
     * @param leading  first four finished rows
     * @param trailing last four finished rows
     * @param pivot    number of the first pivot; the first row below is eight further
     * @param first    first right-hand side
     * @param second   second right-hand side
     */
    void eliminate(
            double[] a,
            int at,
            int stride,
            int rows,
            PivotRows leading,
            PivotRows trailing,
            int pivot,
            double[] first,
            double[] second);

    /**
     * Name for reports.
     *
     * @return plain, or vector with the number of lanes
     */
    String name();
}
