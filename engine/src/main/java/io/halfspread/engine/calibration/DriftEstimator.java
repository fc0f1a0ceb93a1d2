package io.halfspread.engine.calibration;

/**
 * beta: bps per second that the mid drifts at signal 1. The mean move that follows a signal over two of its relaxation times,
 * shrunk by its own significance, and 0 while that is low. For one thread.
 */
final class DriftEstimator {
    private static final double HALF_LIFE_S = 3600;
    private static final int HISTORY = 256;
    private static final double RELAXATIONS = 2;
    private static final double LEAST_SIGNIFICANCE = 2;
    private static final int LEAST_SAMPLES = 500;
    private static final double BPS = 1e4;

    private final Fading fading = new Fading(HALF_LIFE_S);
    private final double[] signals = new double[HISTORY];
    private final double[] mids = new double[HISTORY];
    private int held;
    private int next;
    private double products;
    private double squares;
    private double moves;
    private double weight;
    private double squaredWeight;
    private long samples;

    /** Signal and mid of a whole second; theta sets how far back the signal is that this mid answers. */
    void add(final double signal, final double mid, final double reversion) {
        signals[next] = signal;
        mids[next] = mid;
        held = Math.min(held + 1, HISTORY);
        final int lag = lag(reversion);
        if (held > lag) {
            final int then = (next - lag + HISTORY) % HISTORY;
            pair(signals[then], (mid / mids[then] - 1) * BPS);
        }
        next = (next + 1) % HISTORY;
    }

    /** The seconds before do not connect to those after. */
    void breakOff() {
        held = 0;
    }

    private void pair(final double signal, final double moveBps) {
        final double factor = fading.factor(1);
        products = products * factor + signal * moveBps;
        squares = squares * factor + signal * signal;
        moves = moves * factor + moveBps * moveBps;
        weight = weight * factor + 1;
        squaredWeight = squaredWeight * factor * factor + 1;
        samples++;
    }

    /** bps/s at signal 1, at most so many in size. */
    double value(final double reversion, final double most) {
        final double significance = significance(reversion);
        if (samples < LEAST_SAMPLES || significance < LEAST_SIGNIFICANCE) {
            return 0;
        }
        final double shrunk = significance * significance / (1 + significance * significance);
        return Math.min(most, products / squares * perSecond(reversion) * shrunk);
    }

    /** Standard error before shrinking; NaN without data. */
    double standardError(final double reversion) {
        return slopeError(reversion) * perSecond(reversion);
    }

    private double significance(final double reversion) {
        final double error = slopeError(reversion);
        return error > 0 ? products / squares / error : 0;
    }

    private double slopeError(final double reversion) {
        if (!(squares > 0)) {
            return Double.NaN;
        }
        final double slope = products / squares;
        final double residual = Math.max(0, moves - slope * products) / weight;
        final double independent = weight * weight / squaredWeight / lag(reversion);
        return Math.sqrt(residual / (independent * squares / weight));
    }

    private static double perSecond(final double reversion) {
        return reversion / -StrictMath.expm1(-reversion * lag(reversion));
    }

    private static int lag(final double reversion) {
        return (int) Math.max(1, Math.min(HISTORY - 1, Math.rint(RELAXATIONS / reversion)));
    }
}
