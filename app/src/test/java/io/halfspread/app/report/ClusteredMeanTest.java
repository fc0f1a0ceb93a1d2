package io.halfspread.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ClusteredMeanTest {
    private static final long SECOND_NS = 1_000_000_000L;

    @Test
    void shouldGiveTheUsualErrorWhenEveryClusterHoldsOne() {
        final ClusteredMean mean = new ClusteredMean(SECOND_NS);

        mean.add(0, 1);
        mean.add(SECOND_NS, 2);
        mean.add(2 * SECOND_NS, 6);

        final Estimate estimate = mean.estimate();
        assertEquals(3, estimate.mean(), 1e-12);
        assertEquals(1.959963984540054 * Math.sqrt(14.0 / 2 / 3), estimate.band(), 1e-12);
        assertEquals(3, estimate.clusters());
    }

    @Test
    void shouldTreatOneSweepAsOneWitnessWhenItsFillsRepeatEachOther() {
        final ClusteredMean once = new ClusteredMean(SECOND_NS);
        final ClusteredMean often = new ClusteredMean(SECOND_NS);

        for (int second = 0; second < 10; second++) {
            once.add(second * SECOND_NS, second % 3);
            for (int i = 0; i < 50; i++) {
                often.add(second * SECOND_NS + i, second % 3);
            }
        }

        assertEquals(once.estimate().mean(), often.estimate().mean(), 1e-12);
        assertEquals(once.estimate().band(), often.estimate().band(), 1e-9);
    }

    @Test
    void shouldAgreeWithTheTextbookSumWhenClustersDiffer() {
        final Random draws = new Random(5);
        final ClusteredMean mean = new ClusteredMean(SECOND_NS);
        final List<double[]> clusters = new ArrayList<>();
        double sum = 0;
        int count = 0;
        for (int second = 0; second < 40; second++) {
            final double[] of = new double[1 + draws.nextInt(5)];
            for (int i = 0; i < of.length; i++) {
                of[i] = draws.nextGaussian() + second % 4;
                mean.add(second * SECOND_NS + i, of[i]);
                sum += of[i];
                count++;
            }
            clusters.add(of);
        }

        double squares = 0;
        for (final double[] of : clusters) {
            double residual = 0;
            for (final double value : of) {
                residual += value - sum / count;
            }
            squares += residual * residual;
        }
        assertEquals(
                1.959963984540054 * Math.sqrt(squares * 40 / 39) / count,
                mean.estimate().band(),
                1e-9);
    }

    @Test
    void shouldGiveNoBandWhenAllLieTogether() {
        final ClusteredMean mean = new ClusteredMean(SECOND_NS);

        mean.add(0, 1);
        mean.add(1, 2);

        assertEquals(1.5, mean.estimate().mean(), 1e-12);
        assertNull(mean.estimate().band());
    }
}
