package io.halfspread.sim;

/**
 * Seeded random draws that are the same on every JVM: a splitmix64 generator, IEEE arithmetic and {@link StrictMath}
 * only. Used by one thread.
 */
public final class Draws {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIFORM_STEP = 0x1.0p-53;

    private long state;

    /**
     * A generator.
     *
     * @param seed equal seeds give equal draws
     */
    public Draws(final long seed) {
        state = seed;
    }

    /**
     * An independent generator whose draws do not depend on how often this one is used afterwards.
     *
     * @return the generator
     */
    public Draws split() {
        return new Draws(nextLong());
    }

    /**
     * 64 random bits.
     *
     * @return any value
     */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /**
     * A whole number.
     *
     * @param bound from 1
     * @return 0 to {@code bound - 1}
     */
    public int below(final int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (nextLong() >>> 11) * UNIFORM_STEP;
    }

    /**
     * A coin toss.
     *
     * @param probability of true, 0 to 1
     * @return the outcome
     */
    public boolean chance(final double probability) {
        return uniform() < probability;
    }

    /**
     * Exponential with mean 1.
     *
     * @return not negative
     */
    public double exponential() {
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

    /**
     * Log-normal.
     *
     * @param median median
     * @param sigma  deviation of the logarithm
     * @return above 0
     */
    public double logNormal(final double median, final double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    /**
     * Failures before the first success.
     *
     * @param success chance of each trial, above 0
     * @return from 0
     */
    public int geometric(final double success) {
        int failures = 0;
        while (!chance(success)) {
            failures++;
        }
        return failures;
    }
}
