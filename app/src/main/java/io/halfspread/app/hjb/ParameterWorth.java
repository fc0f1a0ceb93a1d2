package io.halfspread.app.hjb;

import io.halfspread.engine.hjb.PolicyGradient;
import io.halfspread.engine.hjb.TuningSearch;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one parameter could bring if only it changed.
 *
 * @param param    the parameter
 * @param now      its value
 * @param slope    how the stationary rate moves with it, lot bps/s a unit
 * @param endless  how the endless rate moves with it, lot bps/s a unit
 * @param best     its best value, the others as they are
 * @param then     figures with that value
 */
record ParameterWorth(TuningParam param, double now, double slope, double endless, double best, PolicyFigures then) {
    /** Of all parameters that the model sees; the one whose change brings most comes first. */
    static List<ParameterWorth> of(final HjbResult result, final PolicyFigures before) {
        final HjbCase problem = result.problem();
        final TuningValues from = problem.tuning();
        final PolicyGradient gradient = new PolicyGradient(result.solver());
        gradient.compute(problem.model(), problem.halfSpreadBps(), problem.params());
        final PolicyGradient endless = new PolicyGradient(result.solver());
        endless.compute(problem.model().ergodic(), problem.halfSpreadBps(), problem.params());
        final TuningSearch search = new TuningSearch(result.solver());
        final List<ParameterWorth> worth = new ArrayList<>();
        for (final TuningParam param : TuningSearch.OF_THE_CONTROL) {
            final TuningSearch.Found found =
                    search.search(problem.model(), problem.halfSpreadBps(), from, Set.of(param));
            final boolean moves = found != null && !found.values().equals(from);
            final PolicyFigures then = moves ? PolicyFigures.of(result, found.values()) : before;
            final boolean better = then != null && then.lossPerS() < before.lossPerS();
            worth.add(new ParameterWorth(
                    param,
                    from.value(param),
                    gradient.slope(param),
                    endless.slope(param),
                    better ? found.values().value(param) : from.value(param),
                    better ? then : before));
        }
        worth.sort((one, other) ->
                Double.compare(one.then().lossPerS(), other.then().lossPerS()));
        return worth;
    }

    Map<String, Object> json() {
        final Map<String, Object> out = new LinkedHashMap<>();
        out.put("key", param.key());
        out.put("now", now);
        out.put("slope", slope);
        out.put("slopeErgodic", endless);
        out.put("bestAlone", best);
        out.put("after", then.json());
        return out;
    }
}
