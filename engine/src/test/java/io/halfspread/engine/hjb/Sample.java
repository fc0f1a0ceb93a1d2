package io.halfspread.engine.hjb;

/** Mean and spread of simulated figures. How many are simulated is a system property, so that a build stays quick. */
final class Sample {
    private static final int SCALE = Integer.getInteger("halfspread.montecarlo", 1);

    private long count;
    private double mean;
    private double squares;

    /** Paths to simulate: as many as a build has time for, times the property halfspread.montecarlo. */
    static int paths(final int ofABuild) {
        return ofABuild * SCALE;
    }

    void add(final double value) {
        count++;
        final double before = mean;
        mean += (value - before) / count;
        squares += (value - before) * (value - mean);
    }

    double mean() {
        return mean;
    }

    double deviation() {
        return Math.sqrt(squares / (count - 1));
    }

    double standardError() {
        return deviation() / Math.sqrt(count);
    }

    /** Writes the figures of a whole run; a build stays silent. */
    void tell(final String what, final double expected) {
        if (SCALE > 1) {
            System.out.printf(
                    "%-48s %,9d paths: %.4f +- %.4f (s.d. %.4f), expected %.4f%n",
                    what, count, mean, standardError(), deviation(), expected);
        }
    }
}
