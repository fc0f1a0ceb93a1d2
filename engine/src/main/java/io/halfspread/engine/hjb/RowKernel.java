package io.halfspread.engine.hjb;

/**
 * The innermost loop of the elimination: four finished rows applied to a later one. Every implementation gives the same
 * bits: each entry gets four fused multiply-adds in the order of the rows, and no entry depends on another.
 */
interface RowKernel {
    /**
     * Adds multiples of four rows to entries of one.
     *
     * @param row  gets the sums
     * @param u0   first row
     * @param u1   second row
     * @param u2   third row
     * @param u3   fourth row
     * @param m0   multiplier of the first
     * @param m1   multiplier of the second
     * @param m2   multiplier of the third
     * @param m3   multiplier of the fourth
     * @param from first entry
     * @param to   after the last entry
     */
    void add(
            double[] row,
            double[] u0,
            double[] u1,
            double[] u2,
            double[] u3,
            double m0,
            double m1,
            double m2,
            double m3,
            int from,
            int to);

    /**
     * Name for reports.
     *
     * @return scalar or vector, the latter with the number of lanes
     */
    String name();
}
