package io.halfspread.app.sweep;

import io.halfspread.app.console.Progress;
import io.halfspread.app.sweep.space.SearchPlan;
import io.halfspread.app.sweep.space.Trial;
import java.util.List;

/** How far a sweep is: replays by the time they cover, of those that are to come as far as is known. */
final class SweepProgress {
    private static final int KEPT_ONE_OF = 3;

    private final Progress progress;
    private final SearchPlan plan;
    private final int captures;
    private double total;
    private double kept;
    private double done;
    private long replays;

    SweepProgress(final Progress progress, final SearchPlan plan, final int captures) {
        this.progress = progress;
        this.plan = plan;
        this.captures = captures;
    }

    /** A round begins. */
    void begin(final List<Trial> trials) {
        final double round = trials.stream().mapToDouble(Trial::share).sum() * captures;
        if (total == 0) {
            total = switch (plan.method()) {
                case GRID, RANDOM, SOBOL -> round;
                case HALVING -> round * rounds(trials.get(0).share());
                case CMAES -> (plan.sets() + 1.0) * captures;
            };
        }
        total = Math.max(total, kept + done + round);
    }

    private static double rounds(final double share) {
        return 1 + Math.rint(Math.log(1 / share) / Math.log(KEPT_ONE_OF));
    }

    /** A replay of an earlier run is there already. */
    void kept(final double share) {
        kept += share;
    }

    /** A replay has ended. */
    void ended(final double share) {
        done += share;
        replays++;
        progress.at(replays, total <= kept ? 0 : Math.min(1, done / (total - kept)));
    }
}
