package io.halfspread.engine.calibration;

/**
 * eps: how far the mid goes against us in the ten seconds after an own maker fill, beyond what the signal had foretold. For one
 * thread.
 */
final class MarkoutEstimator {
    private static final double HORIZON_S = 10;
    private static final long HORIZON_NS = 10_000_000_000L;
    private static final double HALF_LIFE_FILLS = 200;
    private static final double PRIOR_FILLS = 20;
    private static final double PRIOR_HALF_SPREADS = 0.25;
    private static final double MOST_HALF_SPREADS = 2;
    private static final int MOST_WAITING = 256;
    private static final double BPS = 1e4;

    private final Fading fading = new Fading(HALF_LIFE_FILLS);
    private final long[] times = new long[MOST_WAITING];
    private final double[] mids = new double[MOST_WAITING];
    private final double[] signals = new double[MOST_WAITING];
    private final boolean[] bought = new boolean[MOST_WAITING];
    private int first;
    private int waiting;
    private double sum;
    private double squares;
    private double weight;
    private long fills;

    /** An own maker fill; beyond 256 that wait for their ten seconds, a fill is left out. */
    void fill(final long nowNs, final boolean isBuy, final double mid, final double signal) {
        fills++;
        if (waiting == MOST_WAITING) {
            return;
        }
        final int at = (first + waiting++) % MOST_WAITING;
        times[at] = nowNs;
        mids[at] = mid;
        signals[at] = signal;
        bought[at] = isBuy;
    }

    /** The mid at some time; settles the fills that are ten seconds old. */
    void mid(final long nowNs, final double mid, final double drift, final double reversion) {
        while (waiting > 0 && nowNs - times[first] >= HORIZON_NS) {
            final double foretold = drift * signals[first] * -StrictMath.expm1(-reversion * HORIZON_S) / reversion;
            final double move = (mid / mids[first] - 1) * BPS - foretold;
            add(bought[first] ? -move : move);
            first = (first + 1) % MOST_WAITING;
            waiting--;
        }
    }

    private void add(final double adverseBps) {
        final double factor = fading.factor(1);
        sum = sum * factor + adverseBps;
        squares = squares * factor + adverseBps * adverseBps;
        weight = weight * factor + 1;
    }

    /** bps a fill, never negative. */
    double value(final double halfSpreadBps) {
        final double mean = (sum + PRIOR_FILLS * PRIOR_HALF_SPREADS * halfSpreadBps) / (weight + PRIOR_FILLS);
        return Math.max(0, Math.min(MOST_HALF_SPREADS * halfSpreadBps, mean));
    }

    double standardError(final double halfSpreadBps) {
        final double prior = halfSpreadBps * halfSpreadBps;
        final double mean = weight == 0 ? 0 : sum / weight;
        final double variance = (Math.max(0, squares - mean * sum) + PRIOR_FILLS * prior) / (weight + PRIOR_FILLS);
        return Math.sqrt(variance / (weight + PRIOR_FILLS));
    }

    /** Own maker fills ever seen. */
    long fills() {
        return fills;
    }
}
