package io.halfspread.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HopHistogramTest {
    @Test
    void shouldBeWithinAThirtySecondOfTheSortedSamples() {
        final Random draws = new Random(11);
        for (int run = 0; run < 20; run++) {
            final HopHistogram hop = new HopHistogram();
            final long[] samples = new long[1000 + draws.nextInt(4000)];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (long) Math.pow(10, draws.nextDouble() * 11);
                hop.record(samples[i]);
            }
            Arrays.sort(samples);

            final HopHistogram.Figures figures = hop.figures();

            assertEquals(samples.length, figures.count());
            assertEquals(samples[samples.length - 1], figures.max());
            near(samples, 0.5, figures.p50());
            near(samples, 0.99, figures.p99());
            near(samples, 0.999, figures.p999());
        }
    }

    @Test
    void shouldHoldAnyLongAndCountNegativesAsZero() {
        final HopHistogram hop = new HopHistogram();

        hop.record(Long.MAX_VALUE);
        hop.record(-5);

        assertEquals(2, hop.figures().count());
        assertEquals(0, hop.figures().p50());
        assertEquals(Long.MAX_VALUE, hop.figures().max());
        assertEquals(new HopHistogram.Figures(0, 0, 0, 0, 0), new HopHistogram().figures());
    }

    private static void near(final long[] sorted, final double share, final long told) {
        final long exact = sorted[(int) Math.ceil(sorted.length * share) - 1];
        assertTrue(told >= exact && told <= exact + exact / 32 + 1, told + " for " + exact);
    }
}
