package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The closed form of Gueant, Lehalle and Fernandez-Tapia. The table was computed in 50-digit arithmetic from the paper's
 * formulas by eigenvectors; the solver knows nothing of them.
 */
class GlftTest {
    private static final double TOLERANCE_BPS = 1e-9;
    private static final double FINITE_TOLERANCE_BPS = 1e-8;

    private List<double[]> rows;

    @ParameterizedTest
    @ValueSource(strings = {"G1", "G2", "G3", "G4", "G5"})
    void shouldGiveTheStationaryQuotes(final String set) throws IOException {
        read(set);
        final HjbModel model = model();

        final HjbSolution solution = Models.solved(model).solution();

        for (final double[] row : rows) {
            final int s = model.grid().state((int) row[7] + model.grid().maxLots(), 0);
            assertOffset(
                    row[10], solution.policy().quotesBid(s), solution.policy().bidOffsetBps(s), TOLERANCE_BPS);
            assertOffset(
                    row[11], solution.policy().quotesAsk(s), solution.policy().askOffsetBps(s), TOLERANCE_BPS);
        }
        assertEquals(rows.get(0)[12], solution.value().gain(), 1e-12 * Math.abs(rows.get(0)[12]) * 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"G1", "G2", "G3", "G4", "G5"})
    void shouldGiveTheQuotesOfAFiniteSessionWhenIntegratedBackwards(final String set) throws IOException {
        read(set);
        final HjbModel model = model();

        final Policy policy = backwards(model, rows.get(0)[4]);

        for (final double[] row : rows) {
            final int s = (int) row[7] + model.grid().maxLots();
            assertOffset(row[8], policy.quotesBid(s), policy.bidOffsetBps(s), FINITE_TOLERANCE_BPS);
            assertOffset(row[9], policy.quotesAsk(s), policy.askOffsetBps(s), FINITE_TOLERANCE_BPS);
        }
    }

    /** Runge-Kutta of order four with the solver's own control from no value at the end. */
    private static Policy backwards(final HjbModel model, final double seconds) {
        final Policy policy = new Policy(model.grid());
        final ModelTerms terms = new ModelTerms(model.grid());
        terms.load(model);
        final int states = model.grid().states();
        final double fastest = 4 * model.fills().bidRatePerS()
                + model.fills().bidDecayPerBps() * model.objective().inventoryPenalty() * states * states / 2;
        final int steps = (int) Math.ceil(seconds * Math.max(fastest, 10) / 0.5);
        final double dt = seconds / steps;
        final double[] h = new double[states];
        final double[] at = new double[states];
        final double[][] slopes = new double[4][states];
        for (int step = 0; step < steps; step++) {
            for (int stage = 0; stage < 4; stage++) {
                final double share = stage == 0 ? 0 : stage == 3 ? dt : dt / 2;
                for (int s = 0; s < states; s++) {
                    at[s] = stage == 0 ? h[s] : h[s] + share * slopes[stage - 1][s];
                }
                slope(terms, policy, at, slopes[stage]);
            }
            for (int s = 0; s < states; s++) {
                h[s] += dt / 6 * (slopes[0][s] + 2 * slopes[1][s] + 2 * slopes[2][s] + slopes[3][s]);
            }
        }
        PolicyImprover.improve(model, h, policy);
        return policy;
    }

    private static void slope(final ModelTerms terms, final Policy policy, final double[] h, final double[] slope) {
        PolicyImprover.improve(terms.model(), h, policy);
        for (int s = 0; s < h.length; s++) {
            slope[s] = terms.source(s);
            if (policy.quotesBid(s)) {
                final double d = policy.bidOffsetBps(s);
                slope[s] += terms.bidFillsPerS(0, d) * (d + h[s + 1] - h[s]);
            }
            if (policy.quotesAsk(s)) {
                final double d = policy.askOffsetBps(s);
                slope[s] += terms.askFillsPerS(0, d) * (d + h[s - 1] - h[s]);
            }
        }
    }

    private void assertOffset(
            final double expected, final boolean quoted, final double offset, final double tolerance) {
        assertEquals(!Double.isNaN(expected), quoted);
        if (quoted) {
            final double k = rows.get(0)[2];
            final double gamma = rows.get(0)[3];
            assertEquals(expected, offset - 1 / k + Math.log(1 + gamma / k) / gamma, tolerance);
        }
    }

    private HjbModel model() {
        final double[] p = rows.get(0);
        final double k = p[2];
        final double gamma = p[3];
        final double rate = Math.E * p[1] * Math.pow(1 + gamma / k, -(1 + k / gamma));
        final Map<HjbInput, Double> inputs = new EnumMap<>(HjbInput.class);
        inputs.put(HjbInput.Q, p[5]);
        inputs.put(HjbInput.M, 1.0);
        inputs.put(HjbInput.AB, rate);
        inputs.put(HjbInput.AA, rate);
        inputs.put(HjbInput.KB, k);
        inputs.put(HjbInput.KA, k);
        inputs.put(HjbInput.MAKER_FEE, 0.0);
        inputs.put(HjbInput.TAKER_FEE, 0.0);
        inputs.put(HjbInput.HALF_SPREAD, 0.0);
        inputs.put(HjbInput.NU_MAX, 0.0);
        inputs.put(HjbInput.PHI, gamma * p[0] * p[0] / 2);
        inputs.put(HjbInput.R, 0.0);
        inputs.put(HjbInput.F, -p[6]);
        inputs.put(HjbInput.DMIN, -1e4);
        inputs.put(HjbInput.DMAX, 1e4);
        return HjbModel.of(inputs);
    }

    private void read(final String set) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(GlftTest.class.getResourceAsStream("/hjb/glft.csv"), StandardCharsets.UTF_8))) {
            rows = lines.lines()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[0].equals(set))
                    .map(GlftTest::numbers)
                    .collect(Collectors.toList());
        }
        assertTrue(rows.size() > 20);
    }

    private static double[] numbers(final String[] cells) {
        final double[] numbers = new double[cells.length - 1];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = cells[i + 1].isEmpty() ? Double.NaN : Double.parseDouble(cells[i + 1]);
        }
        return numbers;
    }
}
