package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A simulated market trades with the heuristic; the watch knows the true model from a wrong one. */
class RewardWatchTest {
    private static final long STEP_NS = 250_000_000L;
    private static final double STEP_S = STEP_NS / 1e9;
    private static final double SIGMA_BPS = 2;
    private static final double HALF_SPREAD_BPS = 8;

    private final HjbModel model = HjbModel.of(Models.symmetricWithoutSignal());
    private final RewardWatch watch = new RewardWatch();

    @Test
    void shouldAgreeWithTheModelThatIsTrue() {
        trade(90, 7, predicted(model));

        assertFalse(watch.staleness().stale(), () -> "z " + watch.staleness().z());
        assertEquals(RewardWatch.INTERVALS, watch.staleness().intervals());
    }

    @Test
    void shouldCallAModelStaleThatPromisesTwiceTheFills() {
        trade(60, 8, predicted(model.with(HjbInput.AB, 2).with(HjbInput.AA, 2)));

        assertTrue(watch.staleness().stale(), () -> "z " + watch.staleness().z());
        assertTrue(watch.staleness().meanDifference() < 0);
    }

    @Test
    void shouldStartAnewWhenThePositionIsNotExplained() {
        trade(2, 9, 2);
        final int seen = watch.staleness().intervals();

        watch.onMid(100, 500, 200_000_000_000L, model, 2);
        watch.onMid(101, 500, 209_000_000_000L, model, 2);

        assertEquals(seen, watch.staleness().intervals());
        watch.restart();
        assertEquals(0, watch.staleness().intervals());
    }

    private static double predicted(final HjbModel believed) {
        final HjbSolver solver = Models.solved(believed);
        final PolicyAudit audit = new PolicyAudit(solver);
        audit.audit(solver.solution(), Models.heuristic(believed, HALF_SPREAD_BPS));
        return audit.ergodicGain();
    }

    private void trade(final int minutes, final long seed, final double predictedPerS) {
        final SplittableRandom random = new SplittableRandom(seed);
        final Policy policy = Models.heuristic(model, HALF_SPREAD_BPS);
        double mid = 100;
        int lots = 0;
        for (long nowNs = 0; nowNs <= minutes * 60_000_000_000L; nowNs += STEP_NS) {
            watch.onMid(mid, lots, nowNs, model, predictedPerS);
            final int s = model.grid().state(model.grid().nearestRow(lots), 0);
            if (policy.quotesBid(s) && random.nextDouble() < fills(policy.bidOffsetBps(s))) {
                watch.onFill(true, mid * (1 - policy.bidOffsetBps(s) * 1e-4), 1, 1.5);
                lots++;
            }
            if (policy.quotesAsk(s) && random.nextDouble() < fills(policy.askOffsetBps(s))) {
                watch.onFill(false, mid * (1 + policy.askOffsetBps(s) * 1e-4), 1, 1.5);
                lots--;
            }
            mid *= 1 + SIGMA_BPS * 1e-4 * Math.sqrt(STEP_S) * random.nextGaussian();
        }
    }

    private static double fills(final double offsetBps) {
        return 1 - Math.exp(-Math.exp(-0.2 * offsetBps) * STEP_S);
    }
}
