package io.halfspread.app.sweep.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DeflatedSharpeTest {
    private static final Moments SKEWED = new Moments(1250, 0, 1, -3, 10);

    @Test
    void shouldGiveTheNumbersOfThePaper() {
        // Bailey and Lopez de Prado 2014, "A numerical example": 2.5 a year over five years of days, variance 1/2 a
        // year
        final double sharpe = 2.5 / Math.sqrt(250);

        final DeflatedSharpe hundred = DeflatedSharpe.of(sharpe, 0.5 / 250, 100, 100, SKEWED);
        final DeflatedSharpe fewer = DeflatedSharpe.of(sharpe, 0.5 / 250, 46, 46, SKEWED);

        assertEquals(0.1132, hundred.luck(), 5e-5);
        assertEquals(0.9004, hundred.probability(), 5e-5);
        assertEquals(0.9505, fewer.probability(), 5e-5);
    }

    @Test
    void shouldExpectTheMaximumOfNormalDraws() {
        final Random random = new Random(2);
        double sum = 0;
        for (int run = 0; run < 4000; run++) {
            sum += random.doubles(100)
                    .map(ignored -> random.nextGaussian())
                    .max()
                    .orElseThrow();
        }
        assertEquals(sum / 4000, DeflatedSharpe.expectedMaximum(100), 0.03);
        assertEquals(0, DeflatedSharpe.expectedMaximum(1));
    }

    @Test
    void shouldCountCorrelatedTrialsAsFewer() {
        final Random random = new Random(3);
        final double[][] alike = new double[500][40];
        final double[][] apart = new double[500][40];
        for (int t = 0; t < alike.length; t++) {
            final double shared = random.nextGaussian();
            Arrays.setAll(alike[t], k -> shared + 0.1 * random.nextGaussian());
            Arrays.setAll(apart[t], k -> random.nextGaussian());
        }

        assertEquals(1.4, DeflatedSharpe.of(alike, 0, 40).independent(), 0.2);
        assertTrue(DeflatedSharpe.of(apart, 0, 40).independent() > 38);
    }

    @Test
    void shouldKnowMoments() {
        final Moments moments = Moments.of(1, 2, 3, 4, 10);

        assertEquals(4, moments.mean());
        assertEquals(Math.sqrt(12.5), moments.deviation(), 1e-12);
        assertEquals(1.1384199576606167, moments.skewness(), 1e-9);
        assertEquals(2.788, moments.kurtosis(), 1e-9);
        assertEquals(0, Moments.of(5, 5, 5).sharpe());
    }
}
