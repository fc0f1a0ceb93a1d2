package io.halfspread.app.sweep.judge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Ranks, the largest value first; equal values share the mean of their ranks. */
final class Ranks {
    private Ranks() {}

    static double[] of(final double... values) {
        final Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> -values[i]));
        final double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i <= to; i++) {
                ranks[order[i]] = (from + to) / 2.0 + 1;
            }
            from = to + 1;
        }
        return ranks;
    }

    /** Mean over all pairs of Spearman's rank correlation; NaN without a pair that has one. */
    static double meanCorrelation(final List<double[]> ranks) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < ranks.size(); i++) {
            for (int j = i + 1; j < ranks.size(); j++) {
                final double one = correlation(ranks.get(i), ranks.get(j));
                if (!Double.isNaN(one)) {
                    sum += one;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }

    static double correlation(final double[] a, final double[] b) {
        final double meanA = Arrays.stream(a).sum() / a.length;
        final double meanB = Arrays.stream(b).sum() / b.length;
        double cross = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            cross += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return squaresA > 0 && squaresB > 0 ? cross / Math.sqrt(squaresA * squaresB) : Double.NaN;
    }
}
