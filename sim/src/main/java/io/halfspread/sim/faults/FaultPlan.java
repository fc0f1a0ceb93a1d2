package io.halfspread.sim.faults;

import java.util.List;

/**
 * What goes wrong at a venue. When exactly is drawn from the venue's seed.
 *
 * @param name  file or built-in name
 * @param rules in the order of the file
 */
public record FaultPlan(String name, List<FaultRule> rules) {
    /** Nothing goes wrong. */
    public static final FaultPlan NONE = new FaultPlan("none", List.of());

    /** Keeps a copy of the rules. */
    public FaultPlan {
        rules = List.copyOf(rules);
    }
}
