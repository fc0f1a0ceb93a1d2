package io.halfspread.engine.hjb;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loop in the widest vectors of the machine. Compiled apart, because the module it needs is an incubator, and loaded by
 * name. Lanes never meet: each does the four fused multiply-adds of its own entry, so that the bits are those of the plain loop.
 */
final class VectorRowKernel implements RowKernel {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    VectorRowKernel() {}

    @Override
    public void add(
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
        final DoubleVector v0 = DoubleVector.broadcast(LANES, m0);
        final DoubleVector v1 = DoubleVector.broadcast(LANES, m1);
        final DoubleVector v2 = DoubleVector.broadcast(LANES, m2);
        final DoubleVector v3 = DoubleVector.broadcast(LANES, m3);
        int t = from;
        for (; t <= to - LANES.length(); t += LANES.length()) {
            final DoubleVector first =
                    DoubleVector.fromArray(LANES, u0, t).fma(v0, DoubleVector.fromArray(LANES, row, t));
            final DoubleVector second = DoubleVector.fromArray(LANES, u1, t).fma(v1, first);
            final DoubleVector third = DoubleVector.fromArray(LANES, u2, t).fma(v2, second);
            DoubleVector.fromArray(LANES, u3, t).fma(v3, third).intoArray(row, t);
        }
        for (; t < to; t++) {
            row[t] = Math.fma(m3, u3[t], Math.fma(m2, u2[t], Math.fma(m1, u1[t], Math.fma(m0, u0[t], row[t]))));
        }
    }

    @Override
    public String name() {
        return "vector of " + LANES.length();
    }
}
