package io.halfspread.engine.hjb;

import io.halfspread.engine.quote.ParamsInForce;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningValues;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Looks for tuning parameters that earn more on one frozen model, by the gradient of the value: along the gradient, along each
 * parameter, and along the way of the last round, each time to the best point within the ranges, until nothing is gained.
 * Every accepted step earns more than the one before. Results are rounded to thousandths, and a parameter whose change brings
 * less than a hundredth of the whole keeps its value. For one thread.
 */
public final class TuningSearch {
    /** The parameters that the model sees: those of the control. The filter's two shape the signal that it starts from. */
    public static final Set<TuningParam> OF_THE_CONTROL = Collections.unmodifiableSet(EnumSet.complementOf(
            EnumSet.of(TuningParam.ADVERSE_SELECTION_LAMBDA, TuningParam.ADVERSE_SELECTION_SPREAD_SCALE)));

    /** Most rounds of the search. */
    public static final int MOST_ROUNDS = 20;

    private static final double LEAST_GAIN_SHARE = 1e-7;
    private static final double AS_GOOD_SHARE = 1e-10;
    private static final double WORTH_CHANGING_SHARE = 0.01;
    private static final double GRAIN = 1000;
    private static final int HALVINGS = 10;
    private static final int REFINEMENTS = 14;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final PolicyGradient gradient;
    private final ParamsInForce trial = new ParamsInForce();
    private final double[] here = new double[TuningParam.COUNT];
    private final double[] direction = new double[TuningParam.COUNT];
    private HjbModel model;
    private double halfSpreadBps;
    private Set<TuningParam> free;
    private double gain;
    private int evaluations;

    /**
     * A search on the models of a solver.
     *
     * @param solver whose workspace is used
     */
    public TuningSearch(final HjbSolver solver) {
        gradient = new PolicyGradient(solver);
    }

    /**
     * What a search found.
     *
     * @param values       the values found; those before when nothing earns more
     * @param gainPerS     what they earn in the long run, {@link PolicyGradient#gain()}, lot bps/s
     * @param gainBefore   what the values before earn, lot bps/s
     * @param evaluations  policies evaluated
     */
    public record Found(TuningValues values, double gainPerS, double gainBefore, int evaluations) {}

    /**
     * Searches.
     *
     * @param frozen     the model
     * @param baseBps    half spread of our quotes, bps
     * @param before     values to start from
     * @param changeable parameters that may change
     * @return what was found; null when the values before cannot be evaluated
     */
    public Found search(
            final HjbModel frozen, final double baseBps, final TuningValues before, final Set<TuningParam> changeable) {
        model = frozen;
        halfSpreadBps = baseBps;
        free = EnumSet.copyOf(changeable);
        evaluations = 0;
        for (final TuningParam param : TuningParam.values()) {
            here[param.ordinal()] = before.value(param);
        }
        final double start = gainAt(0);
        if (Double.isNaN(start)) {
            return null;
        }
        gain = start;
        climb();
        return rounded(before, start);
    }

    private void climb() {
        final double[] roundStart = new double[here.length];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            final double before = gain;
            System.arraycopy(here, 0, roundStart, 0, here.length);
            alongGradient(free);
            for (final TuningParam param : free) {
                alongGradient(Set.of(param));
            }
            for (int i = 0; i < here.length; i++) {
                direction[i] = here[i] - roundStart[i];
            }
            alongLine();
            if (gain - before <= LEAST_GAIN_SHARE * Math.abs(gain)) {
                return;
            }
        }
    }

    private void alongGradient(final Set<TuningParam> params) {
        System.arraycopy(here, 0, direction, 0, here.length);
        inForce(0);
        evaluations++;
        if (gradient.compute(model, halfSpreadBps, trial) != SolveOutcome.SOLVED) {
            return;
        }
        Arrays.fill(direction, 0);
        for (final TuningParam param : params) {
            final double range = param.max() - param.min();
            final double slope = gradient.slope(param) * range;
            final double now = here[param.ordinal()];
            final boolean outwards = slope > 0 ? now >= param.max() : now <= param.min();
            direction[param.ordinal()] = outwards ? 0 : slope * range;
        }
        alongLine();
    }

    /** To the best of a few points ever closer, then between its neighbours. */
    private void alongLine() {
        final double farthest = farthest();
        if (!(farthest > 0)) {
            return;
        }
        double bestAt = 0;
        double best = gain;
        for (int i = 0; i < HALVINGS; i++) {
            final double at = farthest * Math.pow(0.5, i);
            final double found = gainAt(at);
            final boolean nearerAndAsGood = bestAt > 0 && found >= best - AS_GOOD_SHARE * Math.abs(best);
            if (found > best || nearerAndAsGood) {
                best = found;
                bestAt = at;
            }
        }
        if (bestAt > 0) {
            refine(bestAt, best, farthest);
        }
    }

    private void refine(final double coarse, final double coarseGain, final double farthest) {
        double low = coarse / 2;
        double high = Math.min(farthest, coarse * 2);
        double bestAt = coarse;
        double best = coarseGain;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double leftGain = gainAt(left);
        double rightGain = gainAt(right);
        for (int i = 0; i < REFINEMENTS; i++) {
            final boolean upwards = rightGain > leftGain;
            if (Math.max(leftGain, rightGain) > best) {
                best = Math.max(leftGain, rightGain);
                bestAt = upwards ? right : left;
            }
            if (upwards) {
                low = left;
                left = right;
                leftGain = rightGain;
                right = low + GOLDEN * (high - low);
                rightGain = gainAt(right);
            } else {
                high = right;
                right = left;
                rightGain = leftGain;
                left = high - GOLDEN * (high - low);
                leftGain = gainAt(left);
            }
        }
        inForce(bestAt);
        for (int i = 0; i < here.length; i++) {
            here[i] = trial.value(i);
        }
        gain = best;
    }

    /** Where the last parameter meets the end of its range; beyond the first such end the others go on alone. */
    private double farthest() {
        double farthest = 0;
        for (final TuningParam param : free) {
            final double step = direction[param.ordinal()];
            if (step != 0) {
                final double end = step > 0 ? param.max() : param.min();
                farthest = Math.max(farthest, (end - here[param.ordinal()]) / step);
            }
        }
        return farthest;
    }

    private double gainAt(final double distance) {
        inForce(distance);
        evaluations++;
        final SolveOutcome outcome = gradient.evaluate(model, halfSpreadBps, trial);
        return outcome == SolveOutcome.SOLVED ? gradient.gain() : Double.NaN;
    }

    private void inForce(final double distance) {
        for (final TuningParam param : TuningParam.values()) {
            final int i = param.ordinal();
            final double moved = distance == 0 ? here[i] : here[i] + distance * direction[i];
            trial.value(i, Math.max(param.min(), Math.min(param.max(), moved)));
        }
    }

    private Found rounded(final TuningValues before, final double start) {
        final Map<TuningParam, Double> changes = new EnumMap<>(TuningParam.class);
        for (final TuningParam param : free) {
            final double value = Math.rint(here[param.ordinal()] * GRAIN) / GRAIN;
            if (param.accepts(value)
                    && Math.abs(value - before.value(param)) > 0.5 / GRAIN
                    && here[param.ordinal()] != before.value(param)) {
                changes.put(param, value);
            }
        }
        final double whole = gainOf(before.with(changes)) - start;
        for (final TuningParam param : free) {
            final Double changed = changes.remove(param);
            if (changed != null && gainOf(before.with(changes)) - start < (1 - WORTH_CHANGING_SHARE) * whole) {
                changes.put(param, changed);
            }
        }
        final TuningValues after = before.with(changes);
        final double found = gainOf(after);
        return found > start
                ? new Found(after, found, start, evaluations)
                : new Found(before, start, start, evaluations);
    }

    private double gainOf(final TuningValues values) {
        for (final TuningParam param : TuningParam.values()) {
            here[param.ordinal()] = values.value(param);
        }
        return gainAt(0);
    }
}
