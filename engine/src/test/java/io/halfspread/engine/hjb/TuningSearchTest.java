package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.engine.quote.ParamsInForce;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningValues;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the search finds earns more, is in range, and is about as good as anything that chance finds. */
class TuningSearchTest {
    private static final Set<TuningParam> CONTROL = TuningSearch.OF_THE_CONTROL;

    private final HjbModel model = HjbModel.of(Models.alternativeCoin());
    private final HjbSolver solver = Models.solved(model);
    private final TuningSearch search = new TuningSearch(solver);

    @Test
    void shouldNarrowTheGapOfTheDefaults() {
        final TuningSearch.Found found = search.search(model, 10, TuningValues.defaults(), CONTROL);

        assertEquals(gain(model, 10, TuningValues.defaults()), found.gainBefore(), 1e-11);
        assertEquals(gain(model, 10, found.values()), found.gainPerS(), 1e-12);
        assertTrue(stationaryGapPct(model, 10, found.values()) < stationaryGapPct(model, 10, TuningValues.defaults()));
        for (final TuningParam param : TuningParam.values()) {
            final double value = found.values().value(param);
            assertTrue(param.accepts(value));
            assertEquals(Math.rint(value * 1000) / 1000, value);
            assertTrue(CONTROL.contains(param) || value == param.defaultValue());
        }
    }

    @Test
    void shouldBeAboutAsGoodAsAnythingFoundByChance() {
        final double found =
                search.search(model, 10, TuningValues.defaults(), CONTROL).gainPerS();
        final SplittableRandom random = new SplittableRandom(7);
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 1000; i++) {
            final TuningValues values = TuningValues.of(
                    random.nextDouble(2),
                    random.nextDouble(2),
                    0.1,
                    random.nextDouble(),
                    random.nextDouble(100),
                    random.nextDouble(),
                    100);
            best = Math.max(best, gain(model, 10, values));
        }

        assertTrue(found > best - 3e-3, found + " against " + best);
    }

    @Test
    void shouldChangeOnlyWhatMayChange() {
        final TuningSearch.Found found =
                search.search(model, 10, TuningValues.defaults(), Set.of(TuningParam.SKEW_ADJUSTMENT_FACTOR));

        assertEquals(Set.of(TuningParam.SKEW_ADJUSTMENT_FACTOR), found.values().differingFrom(TuningValues.defaults()));
        for (final double skew : new double[] {0.25, 0.75, 1, 1.25, 1.5, 2}) {
            final TuningValues other = TuningValues.defaults().with(Map.of(TuningParam.SKEW_ADJUSTMENT_FACTOR, skew));
            assertTrue(found.gainPerS() >= gain(model, 10, other) - 1e-6, "skew " + skew);
        }
    }

    @Test
    void shouldLeaveTheValuesWhenNothingEarnsMore() {
        final TuningValues found =
                search.search(model, 10, TuningValues.defaults(), CONTROL).values();

        final TuningSearch.Found again = search.search(model, 10, found, CONTROL);

        assertTrue(again.gainPerS() >= again.gainBefore());
        assertTrue(again.gainPerS() - again.gainBefore() < 1e-4);
    }

    private double gain(final HjbModel of, final double base, final TuningValues values) {
        final PolicyGradient gradient = new PolicyGradient(solver);
        gradient.evaluate(of, base, inForce(values));
        return gradient.gain();
    }

    private double stationaryGapPct(final HjbModel of, final double base, final TuningValues values) {
        final Policy policy = new Policy(of.grid());
        new HeuristicPolicy().write(of, base, inForce(values), policy);
        final PolicyAudit audit = new PolicyAudit(solver);
        audit.audit(solver.solution(), policy);
        return audit.stationaryGapPct();
    }

    private static ParamsInForce inForce(final TuningValues values) {
        final ParamsInForce params = new ParamsInForce();
        values.toMap().forEach((param, value) -> params.value(param.ordinal(), value));
        return params;
    }
}
