package io.halfspread.engine.hjb;

import static io.halfspread.engine.hjb.Models.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closed forms, limits, and how the result depends on horizon and grid. */
class LimitsTest {
    private static Map<HjbInput, Double> unclamped() {
        Map<HjbInput, Double> inputs = with(Models.symmetricWithoutSignal(), HjbInput.R, 0);
        inputs = with(inputs, HjbInput.NU_MAX, 0);
        inputs = with(inputs, HjbInput.DMIN, -1e4);
        return with(inputs, HjbInput.DMAX, 1e4);
    }

    @ParameterizedTest
    @CsvSource({
        "5,6.673341160487684,2.632454973764200",
        "10,6.551153569285335,2.697578123393223",
        "20,6.514000597484216,2.717697388661128",
        "40,6.503670441630528,2.723318040400275"
    })
    void shouldGiveTheClosedFormWhenInventoryIsFree(final int cap, final double bid, final double gain) {
        final HjbModel model = HjbModel.of(with(with(unclamped(), HjbInput.PHI, 0), HjbInput.Q, cap));

        final HjbSolution solution = Models.solved(model).solution();

        final double angle = Math.PI / (2 * (cap + 1));
        final double best = Math.exp(-1 - 0.2 * 1.5);
        assertEquals(5 + 1.5 - Math.log(Math.cos(angle)) / 0.2, bid, 1e-12);
        assertEquals(2 * best / 0.2 * Math.cos(angle), gain, 1e-12);
        assertEquals(bid, solution.policy().bidOffsetBps(model.grid().reference()), 1e-10);
        assertEquals(gain, solution.value().gain(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "3,2.42256865814736",
        "5,2.46589873506052",
        "8,2.46745810750482",
        "12,2.46745887484164",
        "20,2.46745887484207"
    })
    void shouldHardlyDependOnTheCapWhenInventoryCosts(final int cap, final double gain) {
        final HjbModel model = HjbModel.of(with(unclamped(), HjbInput.Q, cap));

        assertEquals(gain, Models.solved(model).solution().value().gain(), 1e-12);
    }

    @Test
    void shouldSpendTimeByTheSquareOfTheEigenvector() {
        final HjbModel model = HjbModel.of(unclamped());
        final HjbSolver solver = Models.solved(model);
        final PolicyAudit audit = new PolicyAudit(solver);

        audit.audit(solver.solution(), solver.solution().policy());

        double sum = 0;
        for (int s = 0; s < model.grid().states(); s++) {
            sum += Math.exp(2 * 0.2 * solver.solution().value().relative(s));
        }
        for (int s = 0; s < model.grid().states(); s++) {
            final double expected = Math.exp(2 * 0.2 * solver.solution().value().relative(s)) / sum;
            assertEquals(expected, audit.probability(s), 1e-14);
        }
        final int flat = model.grid().reference();
        assertEquals(6.996981337691, solver.solution().policy().bidOffsetBps(flat), 1e-11);
        assertEquals(8.958659426671, solver.solution().policy().bidOffsetBps(flat + 2), 1e-11);
        assertEquals(2.467458874842, solver.solution().value().gain(), 1e-11);
    }

    @Test
    void shouldIgnoreASignalThatMovesNothing() {
        final Map<HjbInput, Double> inputs = with(with(Models.alternativeCoin(), HjbInput.BETA, 0), HjbInput.C, 0);
        final HjbModel many = HjbModel.of(inputs);
        final HjbModel one = HjbModel.of(with(inputs, HjbInput.M, 1));

        final HjbSolution withNodes = Models.solved(many).solution();
        final HjbSolution without = Models.solved(one).solution();

        assertEquals(without.value().gain(), withNodes.value().gain(), 1e-12);
        for (int i = 0; i < one.grid().rows() - 1; i++) {
            for (int j = 0; j < many.grid().signalNodes(); j++) {
                assertEquals(
                        without.policy().bidOffsetBps(one.grid().state(i, 0)),
                        withNodes.policy().bidOffsetBps(many.grid().state(i, j)),
                        1e-9);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "30,2.34200,10.1079,1.36",
        "60,2.44646,9.8176,0.75",
        "120,2.50608,9.6577,0.39",
        "300,2.54481,9.5561,0.16",
        "600,2.55828,9.5211,0.082",
        "1800,2.56742,9.4974,0.028",
        "3600,2.56973,9.4915,0.014",
        "0,2.57205,9.4855,0"
    })
    void shouldHardlyDependOnTheHorizon(
            final double horizonS, final double gain, final double bid, final double difference) {
        final HjbModel model =
                HjbModel.of(with(Models.alternativeCoin(), HjbInput.R, horizonS == 0 ? 0 : 1 / horizonS));
        final Policy endless = Models.solved(model.ergodic()).solution().policy();

        final HjbSolution solution = Models.solved(model).solution();

        final int flat = model.grid().reference();
        assertEquals(gain, solution.value().gain(), 5.1e-6);
        assertEquals(bid, solution.policy().bidOffsetBps(flat), 5.1e-5);
        double largest = 0;
        for (int s = 0; s < model.grid().states(); s++) {
            if (endless.quotesBid(s)) {
                largest = Math.max(
                        largest,
                        Math.abs(endless.bidOffsetBps(s) - solution.policy().bidOffsetBps(s)));
            }
            if (endless.quotesAsk(s)) {
                largest = Math.max(
                        largest,
                        Math.abs(endless.askOffsetBps(s) - solution.policy().askOffsetBps(s)));
            }
        }
        assertEquals(difference, largest, 0.006);
    }

    @ParameterizedTest
    @CsvSource({
        "11,2.5584945016",
        "21,2.5582760817",
        "41,2.5582245061",
        "81,2.5582111118",
        "161,2.5582077766",
        "321,2.5582069212"
    })
    void shouldConvergeWithTheSquareOfTheSpacing(final int nodes, final double gain) {
        final HjbModel model = HjbModel.of(with(Models.alternativeCoin(), HjbInput.M, nodes));

        assertEquals(gain, Models.solved(model).solution().value().gain(), 6e-11);
    }

    @Test
    void shouldEarnMoreWhenTakersAreFaster() {
        double before = Double.NEGATIVE_INFINITY;
        for (final double fastest : new double[] {0, 1, 2, 5, 10, 100}) {
            final HjbModel model = HjbModel.of(with(Models.alternativeCoin(), HjbInput.NU_MAX, fastest));

            final double gain = Models.solved(model).solution().value().gain();

            assertTrue(gain > before, () -> "at " + fastest);
            before = gain;
        }
    }
}
