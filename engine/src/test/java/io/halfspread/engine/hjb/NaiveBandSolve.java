package io.halfspread.engine.hjb;

/**
 * Slow twins of the banded solver: elimination pivot by pivot in the same arithmetic, which must give the same bits, and
 * block-tridiagonal elimination with explicit inverses, which shares nothing with it.
 */
final class NaiveBandSolve {
    private NaiveBandSolve() {}

    static double[] pivotByPivot(final double[][] matrix, final double[] side) {
        final int n = side.length;
        final double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
        }
        final double[] x = side.clone();
        final double[] reciprocal = new double[n];
        for (int k = 0; k < n; k++) {
            reciprocal[k] = 1 / a[k][k];
            for (int i = k + 1; i < n; i++) {
                final double minus = -(a[i][k] * reciprocal[k]);
                for (int j = k + 1; j < n; j++) {
                    a[i][j] = Math.fma(minus, a[k][j], a[i][j]);
                }
                x[i] = Math.fma(minus, x[k], x[i]);
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = n - 1; j > i; j--) {
                x[i] = Math.fma(a[i][j], -x[j], x[i]);
            }
            x[i] *= reciprocal[i];
        }
        return x;
    }

    static double[] blockTridiagonal(final double[][] matrix, final double[] side, final int block) {
        final int n = side.length;
        final int blocks = n / block;
        final double[][][] carried = new double[blocks][][];
        final double[][] reduced = new double[blocks][];
        for (int b = 0; b < blocks; b++) {
            final double[][] diagonal = part(matrix, b, b, block);
            double[] right = java.util.Arrays.copyOfRange(side, b * block, (b + 1) * block);
            if (b > 0) {
                final double[][] lower = part(matrix, b, b - 1, block);
                subtract(diagonal, product(lower, carried[b - 1]));
                right = minus(right, product(lower, reduced[b - 1]));
            }
            final double[][] inverse = inverse(diagonal);
            reduced[b] = product(inverse, right);
            if (b + 1 < blocks) {
                carried[b] = product(inverse, part(matrix, b, b + 1, block));
            }
        }
        final double[] x = new double[n];
        double[] next = null;
        for (int b = blocks - 1; b >= 0; b--) {
            next = next == null ? reduced[b] : minus(reduced[b], product(carried[b], next));
            System.arraycopy(next, 0, x, b * block, block);
        }
        return x;
    }

    private static double[][] part(final double[][] matrix, final int row, final int column, final int block) {
        final double[][] part = new double[block][];
        for (int i = 0; i < block; i++) {
            part[i] = java.util.Arrays.copyOfRange(matrix[row * block + i], column * block, (column + 1) * block);
        }
        return part;
    }

    private static double[][] product(final double[][] a, final double[][] b) {
        final int n = a.length;
        final double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < n; j++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    private static double[] product(final double[][] a, final double[] x) {
        final double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += a[i][j] * x[j];
            }
        }
        return y;
    }

    private static void subtract(final double[][] a, final double[][] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] = minus(a[i], b[i]);
        }
    }

    private static double[] minus(final double[] a, final double[] b) {
        final double[] c = new double[a.length];
        for (int i = 0; i < c.length; i++) {
            c[i] = a[i] - b[i];
        }
        return c;
    }

    private static double[][] inverse(final double[][] matrix) {
        final int n = matrix.length;
        final double[][] columns = new double[n][];
        for (int j = 0; j < n; j++) {
            final double[] unit = new double[n];
            unit[j] = 1;
            columns[j] = pivotByPivot(matrix, unit);
        }
        final double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] = columns[j][i];
            }
        }
        return inverse;
    }
}
