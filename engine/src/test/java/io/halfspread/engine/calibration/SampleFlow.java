package io.halfspread.engine.calibration;

import java.util.SplittableRandom;

/** A market in steps of a tenth of a second: Brownian mid that drifts with an Ornstein-Uhlenbeck signal, tilted Poisson flow. */
final class SampleFlow {
    static final double SIGMA = 1.5;
    static final double REVERSION = 0.3;
    static final double DEVIATION = 0.3;
    static final double DRIFT = 1.2;
    static final double TILT = 0.8;
    static final double DECAY = 0.4;
    static final double ORDERS_PER_S = 0.5;
    static final double HALF_SPREAD = 1.5;
    static final double TICK = 0.2;
    static final double OFFSET = 2.5;
    static final double QUEUE_FACTOR = 0.6;
    static final double MARKOUT = 0.7;
    private static final double STEP_S = 0.1;
    private static final long STEP_NS = 100_000_000L;

    final MarketCalibration calibration = new MarketCalibration(ModelShape.DEFAULT);
    private final SplittableRandom random;
    private final double drift;
    private long nowNs = 1_700_000_000_000_000_000L;
    private double mid = 100;
    private double signal;

    SampleFlow(final long seed) {
        this(seed, DRIFT);
    }

    SampleFlow(final long seed, final double drift) {
        random = new SplittableRandom(seed);
        this.drift = drift;
        calibration.terms(new MarketTerms(10, TICK, 1.5, 4.5, 2));
    }

    void run(final int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            step();
        }
    }

    /** Silence, after which the mid is elsewhere. */
    void skip(final int seconds, final double jumpBps) {
        nowNs += seconds * 1_000_000_000L;
        move(jumpBps);
    }

    private void step() {
        nowNs += STEP_NS;
        final double decay = Math.exp(-REVERSION * STEP_S);
        move(drift * signal * STEP_S + SIGMA * Math.sqrt(STEP_S) * gaussian());
        signal = signal * decay + DEVIATION * Math.sqrt(1 - decay * decay) * gaussian();
        calibration.book(nowNs, nowNs, mid, 2 * HALF_SPREAD, signal);
        calibration.quotes(mid * (1 - OFFSET * 1e-4), mid * (1 + OFFSET * 1e-4));
        order(true);
        order(false);
        ownFill(true);
        ownFill(false);
    }

    private void order(final boolean buyer) {
        final double rate = ORDERS_PER_S * Math.exp(buyer ? TILT * signal : -TILT * signal);
        if (random.nextDouble() >= rate * STEP_S) {
            return;
        }
        final int ticks = (int) (-Math.log(1 - random.nextDouble()) / (DECAY * TICK));
        final double side = buyer ? 1 : -1;
        final double touch = mid * (1 + side * HALF_SPREAD * 1e-4);
        final double worst = mid * (1 + side * (HALF_SPREAD + ticks * TICK) * 1e-4);
        calibration.trade(nowNs, nowNs + 1, buyer, touch);
        calibration.trade(nowNs, nowNs + 1, buyer, worst);
    }

    private void ownFill(final boolean bought) {
        final double rate = QUEUE_FACTOR
                * ORDERS_PER_S
                * Math.exp(DECAY * (HALF_SPREAD - OFFSET) + (bought ? -TILT * signal : TILT * signal));
        if (random.nextDouble() < rate * STEP_S) {
            calibration.ownFill(nowNs, bought, true, 1, 100, Double.NaN);
            move(bought ? -MARKOUT : MARKOUT);
        }
    }

    private void move(final double bps) {
        mid *= 1 + bps * 1e-4;
    }

    private double gaussian() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
