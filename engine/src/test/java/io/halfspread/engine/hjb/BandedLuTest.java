package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BandedLuTest {
    private static final int SYSTEMS = 150;

    private final SplittableRandom random = new SplittableRandom(23);

    @Test
    void shouldGiveTheBitsOfEliminationPivotByPivot() {
        for (int i = 0; i < SYSTEMS; i++) {
            final int half = random.nextInt(1, 14);
            final int size = random.nextInt(half, 90);
            final double[][] matrix = chain(size, half);
            final BandedLu lu = loaded(matrix, half);
            final double[] first = side(lu.first(), size);
            final double[] second = side(lu.second(), size);

            assertTrue(lu.solve());

            assertSame(NaiveBandSolve.pivotByPivot(matrix, first), lu.first());
            assertSame(NaiveBandSolve.pivotByPivot(matrix, second), lu.second());
        }
    }

    @Test
    void shouldAgreeWithBlockTridiagonalElimination() {
        for (int i = 0; i < SYSTEMS; i++) {
            final int half = random.nextInt(1, 12);
            final int size = half * random.nextInt(1, 9);
            final double[][] matrix = chain(size, half);
            final BandedLu lu = loaded(matrix, half);
            final double[] first = side(lu.first(), size);

            assertTrue(lu.solve());

            final double[] expected = NaiveBandSolve.blockTridiagonal(matrix, first, half);
            for (int row = 0; row < size; row++) {
                assertEquals(expected[row], lu.first()[row], 1e-11 * Math.max(1, Math.abs(expected[row])));
            }
        }
    }

    @Test
    void shouldSolveTheTransposedSystemWithTheSameFactors() {
        for (int i = 0; i < SYSTEMS; i++) {
            final int half = random.nextInt(1, 12);
            final int size = random.nextInt(half, 70);
            final double[][] matrix = chain(size, half);
            final BandedLu lu = loaded(matrix, half);
            final int unit = random.nextInt(size);
            assertTrue(lu.solve());

            final double[] x = lu.solveTransposed(unit);

            for (int column = 0; column < size; column++) {
                double sum = 0;
                for (int row = 0; row < size; row++) {
                    sum += matrix[row][column] * x[row];
                }
                assertEquals(column == unit ? 1 : 0, sum, 1e-11);
            }
        }
    }

    @Test
    void shouldSolveAgainWhenUsedAgain() {
        final double[][] matrix = chain(50, 7);
        final BandedLu lu = loaded(matrix, 7);
        final double[] first = side(lu.first(), 50);
        lu.solve();
        final double[] expected = lu.first().clone();
        lu.solveTransposed(3);

        lu.clear();
        load(lu, matrix, 7);
        System.arraycopy(first, 0, lu.first(), 0, 50);
        lu.solve();

        assertSame(expected, lu.first());
    }

    @Test
    void shouldRefuseWhenTheMatrixIsSingular() {
        final double[][] matrix = chain(40, 5);
        for (int column = 0; column < 40; column++) {
            double others = 0;
            for (int i = 0; i < 40; i++) {
                others += i == column ? 0 : matrix[column][i];
            }
            matrix[column][column] = -others;
        }

        assertFalse(loaded(matrix, 5).solve());
    }

    @Test
    void shouldRefuseWhenAnEntryIsNotFinite() {
        for (final double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            final double[][] matrix = chain(40, 5);
            matrix[17][17] = wrong;

            assertFalse(loaded(matrix, 5).solve());
        }
    }

    /** A random generator of a chain, its diagonal made dominant: what policies give. */
    private double[][] chain(final int size, final int half) {
        final double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            double sum = random.nextDouble(1e-3, 0.1);
            for (int j = Math.max(0, i - half); j < Math.min(size, i + half + 1); j++) {
                if (j != i && (j == i - 1 || j == i + 1 || random.nextInt(3) == 0)) {
                    matrix[i][j] = -random.nextDouble(0.01, 3);
                    sum -= matrix[i][j];
                }
            }
            matrix[i][i] = sum;
        }
        return matrix;
    }

    private static BandedLu loaded(final double[][] matrix, final int half) {
        final BandedLu lu = new BandedLu(matrix.length, half);
        lu.clear();
        load(lu, matrix, half);
        return lu;
    }

    private static void load(final BandedLu lu, final double[][] matrix, final int half) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = Math.max(0, i - half); j < Math.min(matrix.length, i + half + 1); j++) {
                lu.set(i, j, matrix[i][j]);
            }
        }
    }

    private double[] side(final double[] target, final int size) {
        final double[] side = new double[size];
        for (int i = 0; i < size; i++) {
            side[i] = random.nextDouble(-5, 5);
            target[i] = side[i];
        }
        return side;
    }

    private static void assertSame(final double[] expected, final double[] actual) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 0.0);
        }
    }
}
