package io.halfspread.app.sweep.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sweep's outcomes allow to say.
 *
 * @param verdict     the one sentence, and the next
 * @param goal        what was looked for
 * @param settings    how it was judged
 * @param sample      what it was judged on
 * @param base        the default
 * @param best        the best candidates, the winner first; the default is among them when it is one of the best
 * @param check       tests over all candidates
 * @param ofGain      deflated Sharpe ratio of the winner's gain above the default
 * @param ofProfit    deflated Sharpe ratio of the winner's profit
 * @param forward     choosing on the past, judging on what came after
 * @param sensitivity parameters, the most influential first
 * @param heatMaps    the objective over pairs of the most influential parameters
 * @param fronts      profit against each kind of risk
 * @param stability   the winner at different times
 */
public record Judgement(
        Verdict verdict,
        Goal goal,
        JudgeSettings settings,
        Sample sample,
        JudgedSet base,
        List<JudgedSet> best,
        RealityCheck check,
        DeflatedSharpe ofGain,
        DeflatedSharpe ofProfit,
        WalkForward forward,
        List<Sensitivity> sensitivity,
        List<HeatMap> heatMaps,
        List<ParetoFront> fronts,
        Stability stability) {
    /**
     * What candidates were judged on.
     *
     * @param tried     candidates tried, the default not counted
     * @param full      of them, those that ran over all of the time
     * @param kept      of those, those that keep the constraints
     * @param captures  captures
     * @param blocks    blocks of all captures
     * @param blockNs   length of a block
     * @param runLength mean length of a bootstrapped run, in blocks
     */
    public record Sample(int tried, int full, int kept, int captures, int blocks, long blockNs, double runLength) {
        Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("candidates", tried);
            json.put("candidates_over_all_time", full);
            json.put("candidates_within_constraints", kept);
            json.put("captures", captures);
            json.put("blocks", blocks);
            json.put("block_ns", blockNs);
            json.put("mean_run_blocks", runLength);
            return json;
        }
    }

    /**
     * The best candidate.
     *
     * @return the winner, which may be the default
     */
    public JudgedSet winner() {
        return best.get(0);
    }

    /**
     * All of it.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("verdict", verdict.json());
        json.put("objective", goal.objective().text());
        json.put(
                "constraints",
                goal.constraints().stream().map(Constraint::toString).toList());
        json.put("seed", settings.seed());
        json.put("resamples", settings.resamples());
        json.put("sample", sample.json());
        json.put("default", base.json());
        json.put("winner", winner().json());
        json.put("best", best.stream().map(JudgedSet::json).toList());
        json.put("reality_check", check.json());
        json.put("deflated_sharpe_of_gain", ofGain.json());
        json.put("deflated_sharpe_of_profit", ofProfit.json());
        json.put("walk_forward", forward.json());
        json.put("sensitivity", sensitivity.stream().map(Sensitivity::json).toList());
        json.put("heat_maps", heatMaps.stream().map(HeatMap::json).toList());
        json.put("pareto", fronts.stream().map(ParetoFront::json).toList());
        json.put("stability", stability.json());
        return json;
    }
}
