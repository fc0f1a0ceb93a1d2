package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The market itself, simulated in small steps: cash, a Brownian mid with drift, a continuous signal, quotes at prices and
 * fills by chance. It marks to market and never uses the separation that the equation rests on, nor any value.
 */
class PriceProcessMonteCarloTest {
    private static final int PATHS = 5000;
    private static final double HORIZON_S = 40;
    private static final double STEP_S = 0.05;
    private static final double SIGMA_BPS = 2;
    private static final double MOST_Z = 4;
    private static final double STEP_BIAS = 0.005;

    private final SplittableRandom random = new SplittableRandom(2013);
    private final HjbModel model = HjbModel.of(Models.alternativeCoin()).with(HjbInput.R, 1 / HORIZON_S);
    private final HjbGrid grid = model.grid();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldEarnWhatTheLinearSystemSays(final boolean best) {
        final HjbSolver solver = Models.solved(model);
        final PolicyAudit audit = new PolicyAudit(solver);
        audit.audit(solver.solution(), best ? solver.solution().policy() : Models.heuristic(model, 10));
        final double expected = audit.value().value(grid.reference(), 1 / HORIZON_S);

        final Sample earned = new Sample();
        for (int i = 0; i < Sample.paths(PATHS); i++) {
            earned.add(path(audit.policy()));
        }

        earned.tell("price process, " + (best ? "optimum" : "heuristic"), expected);
        assertTrue(
                Math.abs(earned.mean() - expected) <= MOST_Z * earned.standardError() + STEP_BIAS * Math.abs(expected),
                () -> earned.mean() + " +- " + earned.standardError() + ", expected " + expected);
    }

    private double path(final Policy policy) {
        final SignalDynamics signal = model.signal();
        final double shake = signal.stationaryDeviation() * Math.sqrt(2 * signal.meanReversionPerS() * STEP_S);
        double mid = 1000;
        double x = 0;
        double cash = 0;
        int lots = 0;
        double time = -HORIZON_S * Math.log(1 - random.nextDouble());
        while (time > 0) {
            final double dt = Math.min(STEP_S, time);
            time -= dt;
            final int row = grid.nearestRow(lots);
            cash -= dt
                    * (model.objective().inventoryPenalty() * lots * lots
                            + model.costs().fundingBpsPerS() * lots);
            final int s = grid.state(row, grid.nearestNode(x));
            final double bid = between(policy, true, row, x);
            final double ask = between(policy, false, row, x);
            final int held = lots;
            if (policy.quotesBid(s) && happens(fills(true, bid, x), dt)) {
                cash -= mid - bid + model.costs().makerCostBps();
                lots++;
            }
            if (policy.quotesAsk(s) && happens(fills(false, ask, x), dt)) {
                cash += mid + ask - model.costs().makerCostBps();
                lots--;
            }
            if (policy.takerBuyPerS(s) > 0 && lots == held && happens(policy.takerBuyPerS(s), dt)) {
                cash -= mid + model.costs().takerCostBps();
                lots++;
            } else if (policy.takerSellPerS(s) > 0 && lots == held && happens(policy.takerSellPerS(s), dt)) {
                cash += mid - model.costs().takerCostBps();
                lots--;
            }
            mid += signal.driftBpsPerS() * x * dt + SIGMA_BPS * Math.sqrt(dt) * random.nextGaussian();
            x = reflected(
                    x - signal.meanReversionPerS() * x * dt + shake * Math.sqrt(dt / STEP_S) * random.nextGaussian());
        }
        return cash
                + lots * mid
                - model.costs().takerCostBps() * Math.abs(lots)
                - model.objective().flattenPenalty() * lots * lots;
    }

    /** An offset between two signal nodes, as quotes are looked up. */
    private double between(final Policy policy, final boolean bid, final int row, final double x) {
        final double place = (x + grid.signalLimit()) / grid.nodeSpacing();
        final int node = Math.min((int) place, grid.signalNodes() - 2);
        final int low = grid.state(row, node);
        final int high = grid.state(row, node + 1);
        final double from = bid ? policy.bidOffsetBps(low) : policy.askOffsetBps(low);
        final double to = bid ? policy.bidOffsetBps(high) : policy.askOffsetBps(high);
        return from + (place - node) * (to - from);
    }

    private double fills(final boolean bid, final double offset, final double x) {
        final FillRates fills = model.fills();
        final double tilt = model.signal().fillTilt() * x;
        return bid
                ? fills.bidRatePerS() * Math.exp(-fills.bidDecayPerBps() * offset - tilt)
                : fills.askRatePerS() * Math.exp(-fills.askDecayPerBps() * offset + tilt);
    }

    private boolean happens(final double perS, final double dt) {
        return random.nextDouble() < 1 - Math.exp(-perS * dt);
    }

    private static double reflected(final double x) {
        return x > 1 ? 2 - x : x < -1 ? -2 - x : x;
    }
}
