package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What trading earned, by the model's rules. */
class RealisedRewardTest {
    private static final long SECOND_NS = 1_000_000_000L;

    @Test
    void shouldCountSpreadFeesMovesPenaltyAndFunding() {
        final Map<HjbInput, Double> inputs = Models.with(Models.alternativeCoin(), HjbInput.F, 0.5);
        final HjbModel model = HjbModel.of(Models.with(inputs, HjbInput.PHI, 0.1));
        final RealisedReward reward = new RealisedReward();
        reward.start(1, 100, 0);

        reward.fill(true, 99.9, 2, 1.5);
        reward.mid(100.5, 4 * SECOND_NS, model);
        reward.fill(false, 100.6, 1, 4.5);

        final double bought = 2 * (10 - 1.5);
        final double held = 3 * 50 - 4 * (0.1 * 9 + 0.5 * 3);
        final double sold = (100.6 - 100.5) / 100.5 * 1e4 - 4.5;
        assertEquals(bought + held + sold, reward.take(), 1e-9);
        assertEquals(2, reward.lots());
        assertEquals(0, reward.take());
    }
}
