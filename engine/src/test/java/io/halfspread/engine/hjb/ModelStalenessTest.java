package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** When earned and predicted rewards differ too much for chance. */
class ModelStalenessTest {
    private static final int INTERVALS = 400;
    private static final int BLOCK = 8;

    @Test
    void shouldGiveTheErrorOfResampledBlocks() {
        final SplittableRandom random = new SplittableRandom(5);
        final ModelStaleness staleness = new ModelStaleness(INTERVALS, BLOCK);
        final double[] series = dependent(random, INTERVALS, 0.3);
        for (final double reward : series) {
            staleness.add(reward, 0);
        }

        final int resamples = 20_000;
        double sum = 0;
        double squares = 0;
        for (int b = 0; b < resamples; b++) {
            double mean = 0;
            for (int k = 0; k < INTERVALS / BLOCK; k++) {
                final int start = random.nextInt(INTERVALS);
                for (int i = 0; i < BLOCK; i++) {
                    mean += series[(start + i) % INTERVALS] / INTERVALS;
                }
            }
            sum += mean;
            squares += mean * mean;
        }
        final double resampled = Math.sqrt(squares / resamples - Math.pow(sum / resamples, 2));
        assertEquals(resampled, staleness.standardError(), 0.02 * resampled);
    }

    @Test
    void shouldCallATrueModelStaleSeldom() {
        int stale = 0;
        for (int seed = 0; seed < 300; seed++) {
            stale += seen(seed, 0).stale() ? 1 : 0;
        }

        assertTrue(stale <= 6, stale + " of 300");
    }

    @Test
    void shouldCallAModelStaleWhenLessIsEarnedThanPredicted() {
        final ModelStaleness staleness = seen(1, -1.5);

        assertTrue(staleness.stale());
        assertTrue(staleness.z() < -ModelStaleness.LIMIT);
        assertEquals(-1.5, staleness.meanDifference(), 0.5);
    }

    @Test
    void shouldCallAModelStaleWhenMoreIsEarnedThanPredicted() {
        assertTrue(seen(2, 1.5).stale());
    }

    @Test
    void shouldWaitUntilEnoughBlocksWereSeen() {
        final ModelStaleness staleness = new ModelStaleness(INTERVALS, BLOCK);
        for (int i = 0; i < ModelStaleness.LEAST_BLOCKS * BLOCK - 1; i++) {
            staleness.add(-5 + 0.1 * (i % 3), 5);
        }

        assertFalse(staleness.stale());
        staleness.add(-5, 5);
        assertTrue(staleness.stale());
    }

    @Test
    void shouldForgetWhatIsOldOrCleared() {
        final ModelStaleness staleness = seen(3, -1.5);
        final SplittableRandom random = new SplittableRandom(4);
        for (final double reward : dependent(random, INTERVALS, 0.3)) {
            staleness.add(reward + 2, 2);
        }
        assertFalse(staleness.stale());
        assertEquals(INTERVALS, staleness.intervals());

        staleness.clear();
        assertEquals(0, staleness.intervals());
        assertEquals(0, staleness.z());
        assertEquals(0, staleness.standardError());
    }

    @Test
    void shouldRefuseTooFewBlocks() {
        assertThrows(IllegalArgumentException.class, () -> new ModelStaleness(79, 8));
        assertThrows(IllegalArgumentException.class, () -> new ModelStaleness(79, 0));
    }

    private static ModelStaleness seen(final int seed, final double bias) {
        final ModelStaleness staleness = new ModelStaleness(INTERVALS, BLOCK);
        for (final double reward : dependent(new SplittableRandom(seed), INTERVALS, 0.3)) {
            staleness.add(reward + 2 + bias, 2);
        }
        return staleness;
    }

    private static double[] dependent(final SplittableRandom random, final int count, final double memory) {
        final double[] series = new double[count];
        double last = 0;
        for (int i = 0; i < count; i++) {
            last = memory * last + random.nextGaussian();
            series[i] = last;
        }
        return series;
    }
}
