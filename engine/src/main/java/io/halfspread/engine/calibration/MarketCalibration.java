package io.halfspread.engine.calibration;

import io.halfspread.engine.hjb.HjbInput;
import java.util.EnumMap;
import java.util.Map;

/**
 * All estimators of one instrument. Fed in the order of events; what it says is a function of what it was given, so that the
 * same record gives the same model. Costs a constant time an event. For one thread.
 */
public final class MarketCalibration {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long LONGEST_SILENCE_NS = 3 * SECOND_NS;
    private static final double VOLATILITY_HALF_LIFE_S = 120;
    private static final double USUAL_VOLATILITY_HALF_LIFE_S = 3600;
    private static final double SPREAD_HALF_LIFE_S = 30;
    private static final double LARGEST_EXPONENT = 20;
    private static final double LEAST_OFFSET_BPS = 0.1;
    private static final double DRIFT_TAKER_COSTS = 3;
    private static final double BPS = 1e4;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double MOST_PENALTY = 1e6;

    private final ModelShape shape;
    private final VolatilityEstimator volatility = new VolatilityEstimator(VOLATILITY_HALF_LIFE_S);
    private final VolatilityEstimator usualVolatility = new VolatilityEstimator(USUAL_VOLATILITY_HALF_LIFE_S);
    private final DepthEstimator bidDepth = new DepthEstimator();
    private final DepthEstimator askDepth = new DepthEstimator();
    private final ArrivalEstimator sellers = new ArrivalEstimator();
    private final ArrivalEstimator buyers = new ArrivalEstimator();
    private final QueueFactorEstimator queue = new QueueFactorEstimator();
    private final TiltEstimator tilt = new TiltEstimator();
    private final SignalEstimator signal = new SignalEstimator();
    private final DriftEstimator drift = new DriftEstimator();
    private final MarkoutEstimator markout = new MarkoutEstimator();
    private final FeeEstimator makerFee = new FeeEstimator();
    private final FeeEstimator takerFee = new FeeEstimator();
    private final Fading spreadFading = new Fading(SPREAD_HALF_LIFE_S);
    private final Aggressor aggressor = new Aggressor();
    private final MarketMoment now = new MarketMoment();
    private final MarketMoment before = new MarketMoment();

    private MarketTerms terms;
    private long lastBookNs = Long.MIN_VALUE;
    private long nextSecondNs = Long.MIN_VALUE;
    private boolean connected;
    private double lastMid;
    private double lastSignal;
    private double halfSpreadBps = Double.NaN;
    private double spreads;
    private double spreadWeight;
    private double fundingPerHour;
    private double bidOffsetBps = Double.NaN;
    private double askOffsetBps = Double.NaN;

    /**
     * Estimators that know nothing.
     *
     * @param shape chosen parts of the model
     */
    public MarketCalibration(final ModelShape shape) {
        this.shape = shape;
    }

    /**
     * States or changes the terms.
     *
     * @param newTerms what is known of the instrument
     */
    public void terms(final MarketTerms newTerms) {
        terms = newTerms;
    }

    /**
     * The book changed.
     *
     * @param nowNs         event time
     * @param venueNs       block time
     * @param mid           mid, USD, above 0
     * @param spreadBps     spread, bps
     * @param filtered      signal x as the engine has it now
     */
    public void book(
            final long nowNs, final long venueNs, final double mid, final double spreadBps, final double filtered) {
        advance(nowNs);
        if (venueNs > now.venueNs) {
            before.copyFrom(now);
        }
        now.set(Math.max(venueNs, now.venueNs), mid, spreadBps / 2, filtered);
        if (!before.isKnown()) {
            before.copyFrom(now);
        }
        if (Double.isNaN(halfSpreadBps)) {
            halfSpreadBps = spreadBps / 2;
        }
        lastBookNs = nowNs;
    }

    /**
     * A print of the public tape, fresh, one maker fill.
     *
     * @param nowNs   event time
     * @param venueNs block time
     * @param buyer   whether the aggressor bought
     * @param px      price, USD
     */
    public void trade(final long nowNs, final long venueNs, final boolean buyer, final double px) {
        advance(nowNs);
        if (aggressor.continues(buyer, venueNs)) {
            aggressor.add(px);
            return;
        }
        finishOrder();
        final MarketMoment market = now.venueNs < venueNs ? now : before;
        if (market.isKnown()) {
            aggressor.begin(buyer, venueNs, px, market);
        }
    }

    private void finishOrder() {
        if (!aggressor.isPending() || terms == null) {
            return;
        }
        aggressor.end();
        final MarketMoment market = aggressor.before();
        final double depth = Math.min(shape.maxOffsetBps(), aggressor.depthBps());
        final double ticks = Math.max(0, (depth - market.halfSpreadBps) / terms.tickBps());
        (aggressor.buyer() ? askDepth : bidDepth).order(ticks);
        (aggressor.buyer() ? buyers : sellers).order();
        tilt.order(aggressor.buyer(), market.signal);
    }

    /**
     * An own fill.
     *
     * @param nowNs    event time
     * @param bought   whether we bought
     * @param maker    whether we were the maker
     * @param lots     size, lots
     * @param valueUsd value traded, USD
     * @param feeUsd   fee, USD; NaN when the venue names none
     */
    public void ownFill(
            final long nowNs,
            final boolean bought,
            final boolean maker,
            final double lots,
            final double valueUsd,
            final double feeUsd) {
        advance(nowNs);
        if (!Double.isNaN(feeUsd)) {
            (maker ? makerFee : takerFee).fill(feeUsd, valueUsd);
        }
        if (maker) {
            queue.fill(lots);
            if (now.isKnown()) {
                markout.fill(nowNs, bought, now.mid, now.signal);
            }
        }
    }

    /**
     * Our nearest resting quotes.
     *
     * @param bidPx price of the bid, USD; NaN without one
     * @param askPx price of the ask, USD; NaN without one
     */
    public void quotes(final double bidPx, final double askPx) {
        bidOffsetBps = (now.mid - bidPx) / now.mid * BPS;
        askOffsetBps = (askPx - now.mid) / now.mid * BPS;
    }

    /**
     * Predicted funding.
     *
     * @param hourlyRate share of the position's value that a long pays an hour
     */
    public void funding(final double hourlyRate) {
        fundingPerHour = hourlyRate;
    }

    /**
     * Event time went on; every event may say so.
     *
     * @param nowNs event time
     */
    public void advance(final long nowNs) {
        if (nextSecondNs == Long.MIN_VALUE || nowNs - nextSecondNs > LONGEST_SILENCE_NS) {
            nextSecondNs = Math.floorDiv(nowNs, SECOND_NS) * SECOND_NS + SECOND_NS;
            connected = false;
            drift.breakOff();
            return;
        }
        while (nowNs >= nextSecondNs) {
            second(nextSecondNs);
            nextSecondNs += SECOND_NS;
        }
    }

    private void second(final long secondNs) {
        final boolean watched = now.isKnown() && secondNs - lastBookNs <= LONGEST_SILENCE_NS;
        if (aggressor.isPending()) {
            finishOrder();
        }
        bidDepth.second();
        askDepth.second();
        sellers.second(watched);
        buyers.second(watched);
        tilt.second();
        queue.second(watched && terms != null ? expectedFills() : 0);
        if (!watched) {
            connected = false;
            drift.breakOff();
            return;
        }
        final double kept = spreadFading.factor(1);
        spreads = spreads * kept + now.halfSpreadBps;
        spreadWeight = spreadWeight * kept + 1;
        halfSpreadBps = spreads / spreadWeight;
        if (connected) {
            final double change = (now.mid / lastMid - 1) * BPS;
            volatility.add(change);
            usualVolatility.add(change);
            signal.add(lastSignal, now.signal);
        }
        drift.add(now.signal, now.mid, signal.reversion());
        if (terms != null) {
            markout.mid(secondNs, now.mid, driftBpsPerS(), signal.reversion());
        }
        connected = true;
        lastMid = now.mid;
        lastSignal = now.signal;
    }

    private double expectedFills() {
        double expected = 0;
        final double lean = tilt.value() * now.signal;
        if (bidOffsetBps == bidOffsetBps) {
            expected += marketRate(sellers, bidDecay()) * StrictMath.exp(-bidDecay() * bidOffsetBps - lean);
        }
        if (askOffsetBps == askOffsetBps) {
            expected += marketRate(buyers, askDecay()) * StrictMath.exp(-askDecay() * askOffsetBps + lean);
        }
        return Math.min(1, expected);
    }

    /**
     * Whether enough was seen for a model.
     *
     * @return true once there was a book and the terms are known
     */
    public boolean isReady() {
        return terms != null && now.isKnown();
    }

    /**
     * Mid as of the last book.
     *
     * @return USD, 0 before the first
     */
    public double mid() {
        return now.mid;
    }

    /**
     * Signal as of the last book.
     *
     * @return x
     */
    public double signal() {
        return now.signal;
    }

    /**
     * The model as of now.
     *
     * @return every input with what is known of its error
     */
    public CalibratedModel model() {
        final Map<HjbInput, Double> values = new EnumMap<>(HjbInput.class);
        final Map<HjbInput, Double> errors = new EnumMap<>(HjbInput.class);
        values.put(HjbInput.Q, (double) terms.maxLots());
        values.put(HjbInput.M, (double) shape.signalNodes());
        values.put(HjbInput.X, shape.signalLimit());
        values.put(HjbInput.R, 1 / shape.horizonS());
        values.put(HjbInput.PSI, 0.0);
        values.put(HjbInput.SLIP, shape.slipBps());
        values.put(HjbInput.NU_MAX, terms.maxTakerPerS());
        values.put(HjbInput.DMIN, Math.max(LEAST_OFFSET_BPS, terms.tickBps()));
        values.put(HjbInput.DMAX, shape.maxOffsetBps());
        values.put(HjbInput.MAKER_FEE, makerFee.bps(terms.makerFeeBps()));
        values.put(HjbInput.TAKER_FEE, takerFee.bps(terms.takerFeeBps()));
        values.put(HjbInput.HALF_SPREAD, halfSpreadBps);
        values.put(HjbInput.F, fundingPerHour * BPS / SECONDS_PER_HOUR);
        put(values, errors, HjbInput.THETA, signal.reversion(), signal.reversionError());
        put(values, errors, HjbInput.SX, signal.deviation(), signal.deviationError());
        put(values, errors, HjbInput.BETA, driftBpsPerS(), drift.standardError(signal.reversion()));
        put(values, errors, HjbInput.C, tilt.value(), tilt.standardError());
        put(values, errors, HjbInput.KB, bidDecay(), bidDepth.standardError(terms.tickBps(), halfSpreadBps));
        put(values, errors, HjbInput.KA, askDecay(), askDepth.standardError(terms.tickBps(), halfSpreadBps));
        put(values, errors, HjbInput.EPS, markout.value(halfSpreadBps), markout.standardError(halfSpreadBps));
        fillRate(values, errors, HjbInput.AB, HjbInput.KB, sellers);
        fillRate(values, errors, HjbInput.AA, HjbInput.KA, buyers);
        values.put(HjbInput.PHI, penalty(values));
        return new CalibratedModel(
                values,
                errors,
                volatility.value(),
                volatility.standardError(),
                queue.value(),
                queue.value() * queue.relativeError(),
                markout.fills());
    }

    /**
     * Inventory penalty: an inventory with the wanted deviation at the usual volatility, in proportion to the variance now.
     */
    private double penalty(final Map<HjbInput, Double> values) {
        final double decay = (values.get(HjbInput.KB) + values.get(HjbInput.KA)) / 2;
        final double cost = values.get(HjbInput.MAKER_FEE) + values.get(HjbInput.EPS);
        final double rate = (values.get(HjbInput.AB) + values.get(HjbInput.AA)) / 2 * StrictMath.exp(-1 - decay * cost);
        final double deviation = Math.max(1, terms.maxLots() * shape.targetShare());
        final double relative = volatility.value() / usualVolatility.value();
        final double squared = deviation * deviation;
        return Math.min(MOST_PENALTY, rate / (4 * decay * squared * squared) * relative * relative);
    }

    private void fillRate(
            final Map<HjbInput, Double> values,
            final Map<HjbInput, Double> errors,
            final HjbInput rate,
            final HjbInput decay,
            final ArrivalEstimator arrivals) {
        final double value = marketRate(arrivals, values.get(decay)) * queue.value();
        final double byDecay = halfSpreadBps * errors.get(decay);
        final double byCount = arrivals.relativeError();
        final double byQueue = queue.relativeError();
        final double relative = Math.sqrt(byDecay * byDecay + byCount * byCount + byQueue * byQueue);
        put(values, errors, rate, value, value * relative);
    }

    private static void put(
            final Map<HjbInput, Double> values,
            final Map<HjbInput, Double> errors,
            final HjbInput input,
            final double value,
            final double error) {
        values.put(input, value);
        errors.put(input, error);
    }

    /** Rate at offset 0 of a quote that every order reaching it fills. */
    private double marketRate(final ArrivalEstimator arrivals, final double decay) {
        return arrivals.value() * StrictMath.exp(Math.min(LARGEST_EXPONENT, decay * halfSpreadBps));
    }

    private double bidDecay() {
        return bidDepth.value(terms.tickBps(), halfSpreadBps);
    }

    private double askDecay() {
        return askDepth.value(terms.tickBps(), halfSpreadBps);
    }

    private double driftBpsPerS() {
        final double reversion = signal.reversion();
        final double takerCost = takerFee.bps(terms.takerFeeBps()) + halfSpreadBps + shape.slipBps();
        return drift.value(reversion, DRIFT_TAKER_COSTS * takerCost * reversion);
    }
}
