package io.halfspread.app.sweep.space;

import java.util.Comparator;

/**
 * A candidate that was run, and what it came to over all captures.
 *
 * @param candidate the candidate
 * @param share     leading part of the captures' time it was run over, 1 for all
 * @param score     value of the objective, more is better; NaN when there is none
 * @param violation by how much constraints are broken, each relative to its limit, summed; 0 when all hold
 */
public record Scored(Candidate candidate, double share, double score, double violation) {
    /** Constraints first, then the score, then the candidate's index; NaN last. */
    public static final Comparator<Scored> BEST_FIRST = Comparator.<Scored>comparingInt(
                    scored -> Double.isNaN(scored.score) || Double.isNaN(scored.violation) ? 1 : 0)
            .thenComparingDouble(Scored::violation)
            .thenComparing(Comparator.comparingDouble(Scored::score).reversed())
            .thenComparingLong(scored -> scored.candidate.index());
}
