package io.halfspread.app.sweep.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RealityCheckTest {
    private static final int BLOCKS = 120;

    private static double[][] noise(final Random random, final int candidates) {
        final double[][] gains = new double[BLOCKS][candidates];
        for (final double[] block : gains) {
            final double shared = random.nextGaussian();
            Arrays.setAll(block, k -> shared + random.nextGaussian());
        }
        return gains;
    }

    private static RealityCheck check(final double[][] gains, final int chosen, final long seed) {
        return RealityCheck.of(gains, chosen, () -> new BlockResampler(new int[] {gains.length}, 1, seed), 200);
    }

    @Test
    void shouldGiveUniformChancesWhenNothingIsBetter() {
        final Random random = new Random(4);
        final int runs = 300;
        int[] below = new int[3];
        double sum = 0;
        for (int run = 0; run < runs; run++) {
            final RealityCheck check = check(noise(random, 10), 0, run);
            below[0] += check.white() < 0.05 ? 1 : 0;
            below[1] += check.consistent() < 0.05 ? 1 : 0;
            below[2] += check.upper() < 0.25 ? 1 : 0;
            sum += check.white();
        }
        // three deviations of a binomial count around its mean, and some room for 120 blocks not being many
        assertEquals(15, below[0], 14);
        assertEquals(15, below[1], 14);
        assertEquals(75, below[2], 30);
        assertEquals(0.5, sum / runs, 0.06);
    }

    @Test
    void shouldFindAPlantedGain() {
        final double[][] gains = noise(new Random(8), 50);
        for (final double[] block : gains) {
            block[33] += 0.8;
        }

        final RealityCheck planted = check(gains, 33, 1);
        final RealityCheck other = check(gains, 5, 1);

        assertTrue(planted.chosen() < 0.01 && planted.white() < 0.01, planted.toString());
        assertEquals(planted.consistent(), planted.chosen());
        assertTrue(other.chosen() > 0.1, other.toString());
    }

    @Test
    void shouldGiveTheSameForMoreCandidatesThanAreTakenAtATime() {
        final double[][] gains = noise(new Random(8), 1500);
        for (final double[] block : gains) {
            block[1400] += 0.8;
        }

        final RealityCheck many = check(gains, 1400, 1);

        assertEquals(1500, many.candidates());
        assertTrue(many.chosen() < 0.05, many.toString());
        assertEquals(many.consistent(), many.chosen());
        assertTrue(check(gains, 3, 1).chosen() > many.chosen());
    }

    @Test
    void shouldNotBeBluntedByPoorCandidates() {
        final double[][] gains = noise(new Random(9), 60);
        for (final double[] block : gains) {
            block[0] += 0.32;
            for (int k = 1; k < block.length; k++) {
                block[k] = 10 * block[k] - 20;
            }
        }

        final RealityCheck check = check(gains, 0, 1);

        assertTrue(check.consistent() < 0.05, check.toString());
        assertTrue(check.upper() > check.consistent(), check.toString());
        assertTrue(check.white() > 0.2, "White's test counts what is far worse: " + check);
    }

    @Test
    void shouldBeCertainOfNothingWithoutBlocksOrCandidates() {
        assertEquals(1, check(new double[0][0], 0, 1).chosen());
        assertEquals(1, check(new double[][] {{1}, {1}}, 0, 1).white());
        final double[][] same = new double[50][3];
        assertEquals(1, check(same, 0, 1).consistent());
    }

    @Test
    void shouldDrawRunsWithinCaptures() {
        final BlockResampler resampler = new BlockResampler(new int[] {30, 70}, 1, 3);
        final int[] counts = new int[100];
        double absent = 0;
        for (int i = 0; i < 400; i++) {
            resampler.next(counts);
            assertEquals(30, Arrays.stream(counts, 0, 30).sum());
            assertEquals(70, Arrays.stream(counts, 30, 100).sum());
            absent += Arrays.stream(counts).filter(count -> count == 0).count();
        }
        assertEquals(0.365, absent / 40_000, 0.01);
        assertEquals(5, BlockResampler.usualLength(125));
    }

    @Test
    void shouldKnowTheErrorOfASumOfIndependentAndOfDependentBlocks() {
        final Random random = new Random(12);
        final double[][] blocks = new double[2000][2];
        double last = 0;
        for (final double[] block : blocks) {
            last = 0.8 * last + random.nextGaussian();
            block[0] = random.nextGaussian();
            block[1] = last;
        }
        final JudgeSettings settings = new JudgeSettings(1, 400, 4, 30, false);

        final Band[] bands = Bands.sums(blocks, new int[] {2000}, settings);

        assertEquals(Math.sqrt(2000), bands[0].error(), 6);
        // long-run deviation of the autoregression: 1 / (1 - 0.8) a block
        assertEquals(5 * Math.sqrt(2000), bands[1].error(), 50);
        assertTrue(bands[0].low() < bands[0].value() && bands[0].value() < bands[0].high());
    }
}
