package io.halfspread.app.sweep.judge;

import io.halfspread.app.sweep.space.Candidate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A candidate with its figures and their errors.
 *
 * @param candidate the candidate
 * @param score     value of the objective
 * @param violation by how much constraints are broken, 0 when all hold
 * @param totals    what it came to
 * @param pnl       its profit, USD
 * @param gain      its profit above the default's on the same blocks, USD; 0 for the default
 */
public record JudgedSet(Candidate candidate, double score, double violation, Totals totals, Band pnl, Band gain) {
    /**
     * All of it.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("candidate", candidate.index());
        json.put("values", candidate.values());
        json.put("score", score);
        json.put("violation", violation);
        json.put("pnl", pnl.json());
        json.put("gain", gain.json());
        json.put("metrics", Metric.json(totals));
        return json;
    }
}
