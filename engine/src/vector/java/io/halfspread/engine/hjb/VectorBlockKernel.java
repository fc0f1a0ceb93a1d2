package io.halfspread.engine.hjb;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The work in the widest vectors of the machine, where the rows lie. Compiled apart, because the module it needs is an
 * incubator, and loaded by name. Lanes never meet: each does the eight fused multiply-adds of its own entry, so that the bits
 * are those of the plain loops. Entries beyond the band are 0 and stay so.
 */
final class VectorBlockKernel implements BlockKernel {
    /** At most as wide as the room that each row has behind its band. */
    private static final VectorSpecies<Double> LANES =
            DoubleVector.SPECIES_PREFERRED.length() > 8 ? DoubleVector.SPECIES_512 : DoubleVector.SPECIES_PREFERRED;

    private static final int BLOCK = 8;

    private final double[] multipliers = new double[BLOCK];
    private final double[] others = new double[BLOCK];

    VectorBlockKernel() {}

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
        int i = 0;
        for (; i < rows - 1; i += 2) {
            final int here = at + i * stride;
            multipliers(a, here, pivot + BLOCK + i, leading, trailing, pivot, first, second, multipliers);
            multipliers(a, here + stride, pivot + BLOCK + i + 1, leading, trailing, pivot, first, second, others);
            subtractFromTwo(a, here, here + stride, leading, trailing);
        }
        if (i < rows) {
            final int here = at + i * stride;
            multipliers(a, here, pivot + BLOCK + i, leading, trailing, pivot, first, second, multipliers);
            subtract(a, here, leading, trailing);
        }
    }

    private static void multipliers(
            final double[] a,
            final int at,
            final int number,
            final PivotRows leading,
            final PivotRows trailing,
            final int pivot,
            final double[] first,
            final double[] second,
            final double[] m) {
        final double[] u0 = leading.row(0);
        final double[] u1 = leading.row(1);
        final double[] u2 = leading.row(2);
        final double[] u3 = leading.row(3);
        final double[] u4 = trailing.row(0);
        final double[] u5 = trailing.row(1);
        final double[] u6 = trailing.row(2);
        final double[] u7 = trailing.row(3);
        final double m0 = -(a[at] * leading.reciprocal(0));
        final double m1 = -(Math.fma(m0, u0[1], a[at + 1]) * leading.reciprocal(1));
        final double m2 = -(Math.fma(m1, u1[2], Math.fma(m0, u0[2], a[at + 2])) * leading.reciprocal(2));
        final double m3 =
                -(Math.fma(m2, u2[3], Math.fma(m1, u1[3], Math.fma(m0, u0[3], a[at + 3]))) * leading.reciprocal(3));
        final double v4 = four(m0, m1, m2, m3, u0[4], u1[4], u2[4], u3[4], a[at + 4]);
        final double v5 = four(m0, m1, m2, m3, u0[5], u1[5], u2[5], u3[5], a[at + 5]);
        final double v6 = four(m0, m1, m2, m3, u0[6], u1[6], u2[6], u3[6], a[at + 6]);
        final double v7 = four(m0, m1, m2, m3, u0[7], u1[7], u2[7], u3[7], a[at + 7]);
        final double m4 = -(v4 * trailing.reciprocal(0));
        final double m5 = -(Math.fma(m4, u4[5], v5) * trailing.reciprocal(1));
        final double m6 = -(Math.fma(m5, u5[6], Math.fma(m4, u4[6], v6)) * trailing.reciprocal(2));
        final double m7 = -(Math.fma(m6, u6[7], Math.fma(m5, u5[7], Math.fma(m4, u4[7], v7))) * trailing.reciprocal(3));
        a[at] = -m0;
        a[at + 1] = -m1;
        a[at + 2] = -m2;
        a[at + 3] = -m3;
        a[at + 4] = -m4;
        a[at + 5] = -m5;
        a[at + 6] = -m6;
        a[at + 7] = -m7;
        final double f =
                four(m0, m1, m2, m3, first[pivot], first[pivot + 1], first[pivot + 2], first[pivot + 3], first[number]);
        first[number] = four(m4, m5, m6, m7, first[pivot + 4], first[pivot + 5], first[pivot + 6], first[pivot + 7], f);
        final double s = four(
                m0, m1, m2, m3, second[pivot], second[pivot + 1], second[pivot + 2], second[pivot + 3], second[number]);
        second[number] =
                four(m4, m5, m6, m7, second[pivot + 4], second[pivot + 5], second[pivot + 6], second[pivot + 7], s);
        m[0] = m0;
        m[1] = m1;
        m[2] = m2;
        m[3] = m3;
        m[4] = m4;
        m[5] = m5;
        m[6] = m6;
        m[7] = m7;
    }

    private void subtract(final double[] a, final int at, final PivotRows leading, final PivotRows trailing) {
        final double[] u0 = leading.row(0);
        final double[] u1 = leading.row(1);
        final double[] u2 = leading.row(2);
        final double[] u3 = leading.row(3);
        final double[] u4 = trailing.row(0);
        final double[] u5 = trailing.row(1);
        final double[] u6 = trailing.row(2);
        final double[] u7 = trailing.row(3);
        final DoubleVector w0 = DoubleVector.broadcast(LANES, multipliers[0]);
        final DoubleVector w1 = DoubleVector.broadcast(LANES, multipliers[1]);
        final DoubleVector w2 = DoubleVector.broadcast(LANES, multipliers[2]);
        final DoubleVector w3 = DoubleVector.broadcast(LANES, multipliers[3]);
        final DoubleVector w4 = DoubleVector.broadcast(LANES, multipliers[4]);
        final DoubleVector w5 = DoubleVector.broadcast(LANES, multipliers[5]);
        final DoubleVector w6 = DoubleVector.broadcast(LANES, multipliers[6]);
        final DoubleVector w7 = DoubleVector.broadcast(LANES, multipliers[7]);
        final int end = trailing.end();
        for (int t = BLOCK; t < end; t += LANES.length()) {
            DoubleVector x = DoubleVector.fromArray(LANES, a, at + t);
            x = DoubleVector.fromArray(LANES, u0, t).fma(w0, x);
            x = DoubleVector.fromArray(LANES, u1, t).fma(w1, x);
            x = DoubleVector.fromArray(LANES, u2, t).fma(w2, x);
            x = DoubleVector.fromArray(LANES, u3, t).fma(w3, x);
            x = DoubleVector.fromArray(LANES, u4, t).fma(w4, x);
            x = DoubleVector.fromArray(LANES, u5, t).fma(w5, x);
            x = DoubleVector.fromArray(LANES, u6, t).fma(w6, x);
            x = DoubleVector.fromArray(LANES, u7, t).fma(w7, x);
            x.intoArray(a, at + t);
        }
    }

    /** Two rows in one pass, so that each finished row is read once for both. */
    private void subtractFromTwo(
            final double[] a, final int at, final int next, final PivotRows leading, final PivotRows trailing) {
        final double[] u0 = leading.row(0);
        final double[] u1 = leading.row(1);
        final double[] u2 = leading.row(2);
        final double[] u3 = leading.row(3);
        final double[] u4 = trailing.row(0);
        final double[] u5 = trailing.row(1);
        final double[] u6 = trailing.row(2);
        final double[] u7 = trailing.row(3);
        final DoubleVector w0 = DoubleVector.broadcast(LANES, multipliers[0]);
        final DoubleVector w1 = DoubleVector.broadcast(LANES, multipliers[1]);
        final DoubleVector w2 = DoubleVector.broadcast(LANES, multipliers[2]);
        final DoubleVector w3 = DoubleVector.broadcast(LANES, multipliers[3]);
        final DoubleVector w4 = DoubleVector.broadcast(LANES, multipliers[4]);
        final DoubleVector w5 = DoubleVector.broadcast(LANES, multipliers[5]);
        final DoubleVector w6 = DoubleVector.broadcast(LANES, multipliers[6]);
        final DoubleVector w7 = DoubleVector.broadcast(LANES, multipliers[7]);
        final DoubleVector v0 = DoubleVector.broadcast(LANES, others[0]);
        final DoubleVector v1 = DoubleVector.broadcast(LANES, others[1]);
        final DoubleVector v2 = DoubleVector.broadcast(LANES, others[2]);
        final DoubleVector v3 = DoubleVector.broadcast(LANES, others[3]);
        final DoubleVector v4 = DoubleVector.broadcast(LANES, others[4]);
        final DoubleVector v5 = DoubleVector.broadcast(LANES, others[5]);
        final DoubleVector v6 = DoubleVector.broadcast(LANES, others[6]);
        final DoubleVector v7 = DoubleVector.broadcast(LANES, others[7]);
        final int end = trailing.end();
        for (int t = BLOCK; t < end; t += LANES.length()) {
            DoubleVector x = DoubleVector.fromArray(LANES, a, at + t);
            DoubleVector y = DoubleVector.fromArray(LANES, a, next + t);
            DoubleVector u = DoubleVector.fromArray(LANES, u0, t);
            x = u.fma(w0, x);
            y = u.fma(v0, y);
            u = DoubleVector.fromArray(LANES, u1, t);
            x = u.fma(w1, x);
            y = u.fma(v1, y);
            u = DoubleVector.fromArray(LANES, u2, t);
            x = u.fma(w2, x);
            y = u.fma(v2, y);
            u = DoubleVector.fromArray(LANES, u3, t);
            x = u.fma(w3, x);
            y = u.fma(v3, y);
            u = DoubleVector.fromArray(LANES, u4, t);
            x = u.fma(w4, x);
            y = u.fma(v4, y);
            u = DoubleVector.fromArray(LANES, u5, t);
            x = u.fma(w5, x);
            y = u.fma(v5, y);
            u = DoubleVector.fromArray(LANES, u6, t);
            x = u.fma(w6, x);
            y = u.fma(v6, y);
            u = DoubleVector.fromArray(LANES, u7, t);
            x = u.fma(w7, x);
            y = u.fma(v7, y);
            x.intoArray(a, at + t);
            y.intoArray(a, next + t);
        }
    }

    private static double four(
            final double m0,
            final double m1,
            final double m2,
            final double m3,
            final double u0,
            final double u1,
            final double u2,
            final double u3,
            final double start) {
        return Math.fma(m3, u3, Math.fma(m2, u2, Math.fma(m1, u1, Math.fma(m0, u0, start))));
    }

    @Override
    public String name() {
        return "vector of " + LANES.length();
    }
}
