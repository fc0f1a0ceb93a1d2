package io.halfspread.app.soak;

import io.halfspread.sim.faults.FaultPlan;
import java.util.List;

/**
 * A soak as a person asked for it.
 *
 * @param plans   what goes wrong, one plan a run in turn
 * @param runs    how many sessions
 * @param seconds length of each on its virtual clock, at least {@link #SHORTEST}
 * @param seed    of the first; each further one takes the next
 * @param keep    whether captures of good runs are kept
 */
public record SoakRequest(List<FaultPlan> plans, int runs, double seconds, long seed, boolean keep) {
    /** Shortest session in which everything comes to rest, s. */
    public static final double SHORTEST = 20;

    /** Keeps a copy of the plans. */
    public SoakRequest {
        plans = List.copyOf(plans);
    }
}
