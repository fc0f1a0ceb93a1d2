package io.halfspread.engine.hjb;

import java.util.Arrays;

/**
 * A banded system and its factors: LU without pivoting, which is stable because the matrices here are M-matrices, and two
 * right-hand sides carried through the elimination. Rows lie one after another in one array, each with room for its band
 * and for the zeros that let eight pivots be treated as one block.
 *
 * <p>Deterministic to the bit: each entry gets one fused multiply-add for each pivot, in the order of the pivots, however
 * the passes are blocked. Allocates only when constructed. For one thread.
 */
final class BandedLu {
    /** A pivot below this share of its row's diagonal is noise: the system is singular. */
    static final double LEAST_PIVOT_SHARE = 1e-14;

    private static final int BLOCK = 8;
    private static final int HALF_BLOCK = 4;

    private final int size;
    private final int padded;
    private final int half;
    private final int reach;
    private final int stride;
    private final double[] a;
    private final double[] diagonal;
    private final double[] reciprocal;
    private final double[] first;
    private final double[] second;
    private final double[] row;
    private final BlockKernel kernel;
    private final PivotRows leading;
    private final PivotRows trailing;

    /**
     * Creates a system.
     *
     * @param size unknowns
     * @param half half-bandwidth: entries lie at most that far from the diagonal
     */
    BandedLu(final int size, final int half) {
        this(size, half, BlockKernels.fastest(half));
    }

    BandedLu(final int size, final int half, final BlockKernel kernel) {
        this.size = size;
        this.half = half;
        this.kernel = kernel;
        padded = (size + BLOCK - 1) / BLOCK * BLOCK;
        reach = half + BLOCK - 1;
        stride = 2 * reach;
        a = new double[padded * (stride + 1) + 2 * reach + BLOCK];
        diagonal = new double[padded];
        reciprocal = new double[padded];
        first = new double[padded + half + BLOCK];
        second = new double[padded + half + BLOCK];
        row = new double[half + HALF_BLOCK];
        leading = new PivotRows(0, half);
        trailing = new PivotRows(HALF_BLOCK, half);
    }

    /** Makes every entry and both right-hand sides 0. */
    void clear() {
        Arrays.fill(a, 0);
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
        for (int i = size; i < padded; i++) {
            set(i, i, 1);
        }
    }

    /**
     * Sets an entry within the band.
     *
     * @param i     row
     * @param j     column
     * @param value entry
     */
    void set(final int i, final int j, final double value) {
        a[at(i, j)] = value;
        if (i == j) {
            diagonal[i] = value;
        }
    }

    /**
     * An entry of the diagonal as it was set.
     *
     * @param i row
     * @return the entry
     */
    double diagonal(final int i) {
        return diagonal[i];
    }

    /**
     * The first right-hand side, later its solution.
     *
     * @return at least as many elements as unknowns; those beyond stay 0
     */
    double[] first() {
        return first;
    }

    /**
     * The second right-hand side, later its solution.
     *
     * @return at least as many elements as unknowns; those beyond stay 0
     */
    double[] second() {
        return second;
    }

    /**
     * Factorises the matrix in place and solves for both right-hand sides.
     *
     * @return false when a pivot is not positive, not finite or mere noise; the right-hand sides are then void
     */
    boolean solve() {
        for (int k = 0; k < padded; k += BLOCK) {
            leading.finish(a, at(k, k), stride, reciprocal, k, first, second);
            for (int i = k + HALF_BLOCK; i < k + BLOCK; i++) {
                eliminateInBlock(i, k);
            }
            trailing.finish(a, at(k + HALF_BLOCK, k + HALF_BLOCK), stride, reciprocal, k + HALF_BLOCK, first, second);
            if (!soundPivots(k)) {
                return false;
            }
            final int end = Math.min(k + BLOCK + half, padded);
            kernel.eliminate(a, at(k + BLOCK, k), stride, end - (k + BLOCK), leading, trailing, k, first, second);
        }
        substituteBack();
        return true;
    }

    private boolean soundPivots(final int k) {
        boolean sound = true;
        for (int i = k; i < k + BLOCK; i++) {
            final double pivot = a[at(i, i)];
            sound &= pivot > LEAST_PIVOT_SHARE * diagonal[i] && pivot < Double.POSITIVE_INFINITY;
        }
        return sound;
    }

    private void eliminateInBlock(final int i, final int k) {
        final int at = at(i, k);
        System.arraycopy(a, at, row, 0, half + HALF_BLOCK);
        leading.eliminate(row, i, k, first, second);
        System.arraycopy(row, 0, a, at, half + HALF_BLOCK);
    }

    private void substituteBack() {
        for (int k = padded - HALF_BLOCK; k >= 0; k -= HALF_BLOCK) {
            substituteBack(k, first);
            substituteBack(k, second);
        }
    }

    /** Four rows at a time: four independent chains keep the processor busy, and rows are read in the order they lie. */
    private void substituteBack(final int k, final double[] x) {
        final int at0 = at(k, k);
        final int at1 = at0 + stride;
        final int at2 = at1 + stride;
        final int at3 = at2 + stride;
        double x0 = x[k];
        double x1 = x[k + 1];
        double x2 = x[k + 2];
        double x3 = x[k + 3];
        for (int t = half + HALF_BLOCK - 1; t >= HALF_BLOCK; t--) {
            final double minus = -x[k + t];
            x0 = Math.fma(a[at0 + t], minus, x0);
            x1 = Math.fma(a[at1 + t], minus, x1);
            x2 = Math.fma(a[at2 + t], minus, x2);
            x3 = Math.fma(a[at3 + t], minus, x3);
        }
        x3 *= reciprocal[k + 3];
        x2 = Math.fma(a[at2 + 3], -x3, x2) * reciprocal[k + 2];
        x1 = Math.fma(a[at1 + 2], -x2, Math.fma(a[at1 + 3], -x3, x1)) * reciprocal[k + 1];
        x0 = Math.fma(a[at0 + 1], -x1, Math.fma(a[at0 + 2], -x2, Math.fma(a[at0 + 3], -x3, x0))) * reciprocal[k];
        x[k] = x0;
        x[k + 1] = x1;
        x[k + 2] = x2;
        x[k + 3] = x3;
    }

    /**
     * Solves the transposed system with the factors of the last {@link #solve()}.
     *
     * @param unit number of the one equation whose right-hand side is 1; the others have 0
     * @return the solution, in the array of the first right-hand side
     */
    double[] solveTransposed(final int unit) {
        Arrays.fill(first, 0);
        first[unit] = 1;
        for (int k = unit; k < size; k++) {
            first[k] *= reciprocal[k];
            subtract(first, k + 1, first[k], at(k, k + 1), half);
        }
        for (int i = size - 1; i > 0; i--) {
            final int from = Math.max(0, i - half);
            subtract(first, from, first[i], at(i, from), i - from);
        }
        return first;
    }

    private void subtract(final double[] x, final int from, final double factor, final int at, final int count) {
        final double minus = -factor;
        for (int t = 0; t < count; t++) {
            x[from + t] = Math.fma(minus, a[at + t], x[from + t]);
        }
    }

    private int at(final int i, final int j) {
        return i * stride + reach + j;
    }
}
