package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RewardRatesTest {
    @Test
    void shouldAverageToTheEndlessGainOverTheStationaryLaw() {
        final HjbModel model = HjbModel.of(Models.alternativeCoin());
        final HjbSolver solver = Models.solved(model);
        final PolicyAudit audit = new PolicyAudit(solver);
        audit.audit(solver.solution(), Models.heuristic(model, 10));
        final RewardRates rates = new RewardRates(model.grid());

        rates.compute(model, audit.policy());

        double mean = 0;
        for (int s = 0; s < model.grid().states(); s++) {
            mean += audit.probability(s) * rates.at(s);
        }
        assertEquals(audit.ergodicGain(), mean, 1e-9 * Math.abs(audit.ergodicGain()));
    }
}
