package io.halfspread.app.hjb;

import io.halfspread.app.console.Failure;
import io.halfspread.engine.hjb.TuningSearch;
import io.halfspread.engine.tuning.TuningValues;

/**
 * Better tuning parameters for one frozen model, with what both sets lose on it.
 *
 * @param from   values before
 * @param to     values suggested; those before when nothing better was found
 * @param before figures of the values before
 * @param after  figures of the values suggested
 */
record HjbSuggestion(TuningValues from, TuningValues to, PolicyFigures before, PolicyFigures after) {
    static HjbSuggestion of(final HjbResult result) {
        final HjbCase problem = result.problem();
        final TuningValues from = problem.tuning();
        final PolicyFigures before = PolicyFigures.of(result, from);
        final TuningSearch.Found found = new TuningSearch(result.solver())
                .search(problem.model(), problem.halfSpreadBps(), from, TuningSearch.OF_THE_CONTROL);
        if (before == null || found == null) {
            throw Failure.checkFailed("no stationary gap: the heuristic divides the states of this model");
        }
        final PolicyFigures after = PolicyFigures.of(result, found.values());
        final boolean better = after != null && after.gapStationaryPct() < before.gapStationaryPct();
        return better
                ? new HjbSuggestion(from, found.values(), before, after)
                : new HjbSuggestion(from, from, before, before);
    }

    boolean changesSomething() {
        return !from.equals(to);
    }
}
