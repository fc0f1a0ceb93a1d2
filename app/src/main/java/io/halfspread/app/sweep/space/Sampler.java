package io.halfspread.app.sweep.space;

import io.halfspread.app.console.Failure;
import java.util.List;

/**
 * Chooses what to try, round by round. The choice depends on the space, the seed and the results alone: neither on the
 * order in which they came nor on how many ran at a time. It keeps no state, so an interrupted search is taken up by
 * asking again with the results there are.
 */
public interface Sampler {
    /**
     * The next round.
     *
     * @param done results of every earlier round, complete, in any order
     * @return candidates to run, new ones with ascending indices, the default first in every share of time; empty at the
     *     end
     */
    List<Trial> next(List<Scored> done);

    /**
     * A sampler.
     *
     * @param plan  how to search
     * @param space what to search
     * @return the sampler
     * @throws Failure when a grid has more candidates than the plan allows
     */
    static Sampler of(final SearchPlan plan, final Space space) {
        return switch (plan.method()) {
            case GRID -> new OneRound(GridPoints.of(space, plan.sets()));
            case RANDOM -> new OneRound(Points.random(space, plan.sets(), plan.seed()));
            case SOBOL -> new OneRound(Points.sobol(space, plan.sets(), plan.seed()));
            case HALVING -> new Halving(Points.sobol(space, plan.sets(), plan.seed()));
            case CMAES -> new Evolution(space, plan.sets(), plan.seed());
        };
    }
}
