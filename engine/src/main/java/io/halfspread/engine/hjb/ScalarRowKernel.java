package io.halfspread.engine.hjb;

/** The loop as Java has it; the compiler makes vector instructions of it where it can. */
final class ScalarRowKernel implements RowKernel {
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
        for (int t = from; t < to; t++) {
            row[t] = Math.fma(m3, u3[t], Math.fma(m2, u2[t], Math.fma(m1, u1[t], Math.fma(m0, u0[t], row[t]))));
        }
    }

    @Override
    public String name() {
        return "scalar";
    }
}
