package io.halfspread.sim;

/**
 * Seeded random draws that are the same on every JVM: a splitmix64 generator, IEEE arithmetic and {@link StrictMath}
 * only. Used by one thread.
 */
final class Draws {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIFORM_STEP = 0x1.0p-53;

    private long state;

    Draws(final long seed) {
        state = seed;
    }

    /** An independent generator whose draws do not depend on how often this one is used afterwards. */
    Draws split() {
        return new Draws(nextLong());
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Whole number from 0 to {@code bound - 1}. */
    int below(final int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (nextLong() >>> 11) * UNIFORM_STEP;
    }

    boolean chance(final double probability) {
        return uniform() < probability;
    }

    /** Exponential with mean 1. */
    double exponential() {
        return -StrictMath.log(1.0 - uniform());
    }

    /** Close to standard normal: the sum of twelve uniforms, so within 6 of zero. */
    double normal() {
        double sum = -6.0;
        for (int i = 0; i < 12; i++) {
            sum += uniform();
        }
        return sum;
    }

    double logNormal(final double median, final double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    /** Failures before the first success; {@code success} is the chance of each trial. */
    int geometric(final double success) {
        int failures = 0;
        while (!chance(success)) {
            failures++;
        }
        return failures;
    }
}
