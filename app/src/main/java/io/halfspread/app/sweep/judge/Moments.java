package io.halfspread.app.sweep.judge;

/**
 * Moments of a row of blocks.
 *
 * @param count     blocks
 * @param mean      their mean
 * @param deviation their standard deviation, by one less than their count
 * @param skewness  third standardised moment, 0 without spread
 * @param kurtosis  fourth standardised moment, 3 for normal blocks and without spread
 */
record Moments(int count, double mean, double deviation, double skewness, double kurtosis) {
    private static final double OF_NORMAL = 3;

    static Moments of(final double[][] blocks, final int candidate) {
        final double[] row = new double[blocks.length];
        for (int t = 0; t < row.length; t++) {
            row[t] = blocks[t][candidate];
        }
        return of(row);
    }

    static Moments of(final double... row) {
        double sum = 0;
        for (final double value : row) {
            sum += value;
        }
        final double mean = row.length == 0 ? 0 : sum / row.length;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (final double value : row) {
            final double off = value - mean;
            second += off * off;
            third += off * off * off;
            fourth += off * off * off * off;
        }
        if (row.length < 2 || !(second > 0)) {
            return new Moments(row.length, mean, 0, 0, OF_NORMAL);
        }
        final double variance = second / row.length;
        return new Moments(
                row.length,
                mean,
                Math.sqrt(second / (row.length - 1)),
                third / row.length / (variance * Math.sqrt(variance)),
                fourth / row.length / (variance * variance));
    }

    double sharpe() {
        return deviation > 0 ? mean / deviation : 0;
    }
}
