package io.halfspread.engine.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LatencyTest {
    private static final long MS = 1_000_000L;
    private static final int DRAWS = 100_000;

    @Test
    void shouldMeetItsQuantilesWhenDrawnOften() {
        final Latency latency = Latency.quantiles(200 * MS, 400 * MS, 1_000 * MS);
        final long[] drawn = sorted(latency, 11);

        assertTrue(drawn[0] > 200 * MS && drawn[0] < 250 * MS, () -> "least " + drawn[0]);
        assertEquals(400.0, drawn[DRAWS / 2] / (double) MS, 4.0);
        assertEquals(1_000.0, drawn[DRAWS / 100 * 99] / (double) MS, 40.0);
        assertEquals(400.0, latency.quantileNs(0.5) / (double) MS, 0.2);
    }

    @Test
    void shouldDrawOnlyWhatWasMeasured() {
        final long[] drawn = sorted(Latency.measured(new long[] {3 * MS, 1 * MS, 2 * MS}), 5);

        assertEquals(1 * MS, drawn[0]);
        assertEquals(2 * MS, drawn[DRAWS / 2]);
        assertEquals(3 * MS, drawn[DRAWS - 1]);
        assertEquals(DRAWS / 3.0, Arrays.stream(drawn).filter(ns -> ns == MS).count(), DRAWS / 100.0);
    }

    @Test
    void shouldDelayEachByTheSameMoreWhenSomeIsAdded() {
        final Latency latency = Latency.quantiles(200 * MS, 400 * MS, 1_000 * MS);
        final long[] drawn = sorted(latency, 11);
        final long[] later = sorted(latency.plus(7 * MS), 11);

        assertEquals(drawn[0] + 7 * MS, later[0]);
        assertEquals(drawn[DRAWS - 1] + 7 * MS, later[DRAWS - 1]);
        assertEquals(7 * MS, Latency.none().plus(7 * MS).quantileNs(0.5));
        assertThrows(IllegalArgumentException.class, () -> latency.plus(Latency.MAX_NS));
    }

    @Test
    void shouldNeverOvertakeAndRepeatItselfWhenSeedIsTheSame() {
        final Latency latency = Latency.quantiles(0, 50 * MS, 900 * MS);
        final DelayedPath path = new DelayedPath(latency, 3);
        final DelayedPath same = new DelayedPath(latency, 3);
        final SplittableRandom random = new SplittableRandom(1);
        long now = 0;
        long last = 0;
        for (int i = 0; i < DRAWS; i++) {
            now += random.nextLong(20 * MS);
            final long arrival = path.arrivalNs(now);
            assertTrue(arrival >= now && arrival >= last);
            assertEquals(arrival, same.arrivalNs(now));
            last = arrival;
        }
    }

    @Test
    void shouldInvertTheNormalDistribution() {
        assertEquals(0, NormalQuantile.of(0.5), 1e-9);
        assertEquals(2.326347874, NormalQuantile.of(0.99), 1e-7);
        assertEquals(-3.719016485, NormalQuantile.of(1e-4), 1e-7);
        assertEquals(1.281551566, NormalQuantile.of(0.9), 1e-7);
    }

    @Test
    void shouldRefuseWhatIsNoDistribution() {
        assertThrows(IllegalArgumentException.class, () -> Latency.fixed(-1));
        assertThrows(IllegalArgumentException.class, () -> Latency.fixed(Latency.MAX_NS + 1));
        assertThrows(IllegalArgumentException.class, () -> Latency.quantiles(5, 5, 6));
        assertThrows(IllegalArgumentException.class, () -> Latency.quantiles(1, 3, 3));
        assertThrows(IllegalArgumentException.class, () -> Latency.measured(new long[0]));
        assertTrue(
                Latency.fixed(0).isNone() && Latency.measured(new long[] {0, 0}).isNone());
    }

    private static long[] sorted(final Latency latency, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final long[] drawn = new long[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            drawn[i] = latency.drawNs(random.nextLong());
        }
        Arrays.sort(drawn);
        return drawn;
    }
}
