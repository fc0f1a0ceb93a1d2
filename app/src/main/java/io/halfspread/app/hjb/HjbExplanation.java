package io.halfspread.app.hjb;

import io.halfspread.app.console.Failure;
import io.halfspread.engine.hjb.HjbInput;
import io.halfspread.engine.hjb.LossAttribution;
import io.halfspread.engine.hjb.PolicyGradient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why the heuristic loses what it loses, and what could be changed.
 *
 * @param result     the solved case
 * @param before     figures of the parameters in force
 * @param band       how far they can be trusted, null when no errors are known
 * @param worst      states that lose most
 * @param worth      what each parameter could bring alone
 * @param suggestion what all together could bring
 * @param baseSlope  how the stationary rate moves with our half spread, lot bps/s a bps
 * @param halfSpread what another half spread could bring
 */
record HjbExplanation(
        HjbResult result,
        PolicyFigures before,
        UncertainGap band,
        List<WorstState> worst,
        List<ParameterWorth> worth,
        HjbSuggestion suggestion,
        double baseSlope,
        HalfSpreadWorth halfSpread) {
    static HjbExplanation of(final HjbResult result) {
        final HjbCase problem = result.problem();
        final PolicyFigures before = PolicyFigures.of(result, problem.tuning());
        if (before == null) {
            throw Failure.checkFailed(
                    "no stationary gap: " + result.heuristic().lawOutcome().meaning());
        }
        final PolicyGradient gradient = new PolicyGradient(result.solver());
        gradient.compute(problem.model(), problem.halfSpreadBps(), problem.params());
        return new HjbExplanation(
                result,
                before,
                UncertainGap.of(result),
                WorstState.of(result),
                ParameterWorth.of(result, before),
                HjbSuggestion.of(result),
                gradient.baseSlope(),
                HalfSpreadWorth.of(result, before));
    }

    /** What was lost as a share of all there was to gain over doing nothing, here; NaN without an end of the session. */
    double regretSharePct() {
        final int state = result.problem().state();
        return result.nothing() == null
                ? Double.NaN
                : 100 * result.heuristic().gap(state) / result.nothing().gap(state);
    }

    Map<String, Object> json() {
        final Map<String, Object> out = new LinkedHashMap<>();
        final Map<String, Object> inputs = new LinkedHashMap<>();
        for (final HjbInput input : HjbInput.values()) {
            inputs.put(input.key(), result.problem().model().value(input));
        }
        out.put("inputs", inputs);
        out.put("base", result.problem().halfSpreadBps());
        out.put("params", result.problem().tuning().byKey());
        out.put("figures", before.json());
        out.put("regretSharePct", regretSharePct());
        out.put("band", band == null ? null : band.json());
        final LossAttribution loss = result.heuristic().attribution();
        final Map<String, Object> attribution = new LinkedHashMap<>();
        attribution.put("bid", loss.bid());
        attribution.put("ask", loss.ask());
        attribution.put("taker", loss.taker());
        out.put("attributionPerSecond", attribution);
        out.put("worstStates", worst.stream().map(WorstState::json).toList());
        out.put("parameters", worth.stream().map(ParameterWorth::json).toList());
        out.put("baseSlope", baseSlope);
        out.put("halfSpread", halfSpread.json());
        final Map<String, Object> together = new LinkedHashMap<>();
        together.put("values", suggestion.to().byKey());
        together.put("before", suggestion.before().json());
        together.put("after", suggestion.after().json());
        out.put("together", together);
        return out;
    }
}
