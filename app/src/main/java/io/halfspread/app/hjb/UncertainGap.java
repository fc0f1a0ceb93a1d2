package io.halfspread.app.hjb;

import io.halfspread.engine.hjb.GapBand;
import io.halfspread.engine.hjb.GapBand.Figure;
import io.halfspread.engine.hjb.HjbInput;
import io.halfspread.engine.hjb.SolveOutcome;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How far a gap can be trusted: its range when the fill rates, their decays, the drift and the signal's reversion move by a
 * standard error, the range when any input does, and the input that matters most.
 *
 * @param low     lower ends by figure, of the four kinds of inputs
 * @param high    upper ends
 * @param anyLow  lower ends, of all inputs with an error
 * @param anyHigh upper ends
 * @param widest  input whose error alone moves the stationary gap most; null when none is known
 * @param skipped moved models that could not be solved
 */
record UncertainGap(double[] low, double[] high, double[] anyLow, double[] anyHigh, HjbInput widest, int skipped) {
    private static final Set<HjbInput> CENTRAL =
            EnumSet.of(HjbInput.AB, HjbInput.AA, HjbInput.KB, HjbInput.KA, HjbInput.BETA, HjbInput.THETA);

    /** Null when no errors are known. */
    static UncertainGap of(final HjbResult result) {
        final HjbCase problem = result.problem();
        if (problem.standardErrors().isEmpty()) {
            return null;
        }
        final GapBand band = new GapBand(problem.model().grid());
        final int figures = Figure.values().length;
        final double[][] ends = new double[4][figures];
        for (int i = 0; i < ends.length; i++) {
            Arrays.fill(ends[i], i % 2 == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
        }
        HjbInput widest = null;
        double width = 0;
        int skipped = 0;
        for (final Map.Entry<HjbInput, Double> error : problem.standardErrors().entrySet()) {
            final Map<HjbInput, Double> alone = Map.of(error.getKey(), error.getValue());
            if (band.evaluate(problem.model(), result.heuristic().policy(), alone, problem.state())
                    != SolveOutcome.SOLVED) {
                return null;
            }
            skipped += band.skipped();
            include(band, ends[2], ends[3]);
            if (CENTRAL.contains(error.getKey())) {
                include(band, ends[0], ends[1]);
            }
            final double moved = band.high(Figure.STATIONARY_PCT) - band.low(Figure.STATIONARY_PCT);
            if (moved > width) {
                width = moved;
                widest = error.getKey();
            }
        }
        return new UncertainGap(ends[0], ends[1], ends[2], ends[3], widest, skipped);
    }

    private static void include(final GapBand band, final double[] low, final double[] high) {
        for (final Figure figure : Figure.values()) {
            low[figure.ordinal()] = Math.min(low[figure.ordinal()], band.low(figure));
            high[figure.ordinal()] = Math.max(high[figure.ordinal()], band.high(figure));
        }
    }

    Map<String, Object> json() {
        final Map<String, Object> out = new LinkedHashMap<>();
        ends(out, low, high);
        final Map<String, Object> any = new LinkedHashMap<>();
        ends(any, anyLow, anyHigh);
        out.put("anyInput", any);
        out.put("widest", widest == null ? null : widest.key());
        out.put("skipped", skipped);
        return out;
    }

    private static void ends(final Map<String, Object> out, final double[] low, final double[] high) {
        final String[] names = {"gapPct", "gapStationaryPct", "lossPerSecond", "earnsPerSecond"};
        for (int i = 0; i < names.length; i++) {
            out.put(names[i], new double[] {low[i], high[i]});
        }
    }
}
