package io.halfspread.app.sweep.judge;

import io.halfspread.app.console.Failure;
import io.halfspread.app.sweep.run.Outcome;
import io.halfspread.app.sweep.space.Scored;
import io.halfspread.app.sweep.space.Trial;
import java.util.List;

/**
 * What a sweep looks for.
 *
 * @param objective   what is to be made large
 * @param constraints what has to hold; a candidate that breaks one ranks below all that break none
 */
public record Goal(Objective objective, List<Constraint> constraints) {
    /**
     * Keeps its own copy of the constraints.
     *
     * @param objective   what is to be made large
     * @param constraints what has to hold
     */
    public Goal {
        constraints = List.copyOf(constraints);
    }

    /**
     * Reads a goal.
     *
     * @param objective   as {@link Objective#of} takes it
     * @param constraints as {@link Constraint#of} takes them
     * @return the goal
     * @throws Failure when one cannot be read
     */
    public static Goal of(final String objective, final List<String> constraints) {
        return new Goal(
                Objective.of(objective),
                constraints.stream().map(Constraint::of).toList());
    }

    /**
     * Scores a candidate.
     *
     * @param trial    what was run
     * @param outcomes what it gave, one a capture, in the order of the captures
     * @return the result that a {@link io.halfspread.app.sweep.space.Sampler} is told
     */
    public Scored scored(final Trial trial, final List<Outcome> outcomes) {
        final Totals totals = Totals.of(outcomes);
        double violation = 0;
        for (final Constraint constraint : constraints) {
            violation += constraint.violation(totals);
        }
        return new Scored(trial.candidate(), trial.share(), objective.of(totals), violation);
    }
}
